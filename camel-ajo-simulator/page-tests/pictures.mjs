#!/usr/bin/env node
// Takes the pictures of the docs.
//
//   npm run pictures            writes docs/images/simulator
//   npm run pictures -- --check writes below target only

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { launchChromium, openPage } from './lib/browser.mjs';
import { play } from './lib/scene.mjs';
import { small } from './lib/small-png.mjs';
import { Simulator } from './lib/simulator.mjs';

const WIDE = { viewport: { width: 1280, height: 860 } };

const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
const folder = join(import.meta.dirname, values.check ? '../target/pictures' : '../../docs/images/simulator');
mkdirSync(folder, { recursive: true });

const browser = await launchChromium();
const simulator = await Simulator.start();
try {
  await play(simulator);
  await take('light', { colorScheme: 'light', ...WIDE });
  await take('dark', { colorScheme: 'dark', ...WIDE });
  await take('narrow', { colorScheme: 'light', viewport: { width: 400, height: 860 } });
  await take('call', { colorScheme: 'light', ...WIDE }, async (page) => {
    await page.getByRole('button', { name: 'capping create' }).click();
    await page.getByRole('button', { name: 'Copy', exact: true }).waitFor();
  });
  await take('data', { colorScheme: 'light', ...WIDE }, async (page) => {
    const capping = page.locator('#data > li').first();
    await capping.locator('summary').first().click();
    await capping.locator('.entries summary').first().click();
    await capping.getByRole('button', { name: /^Change capping/ }).first().click();
    await page.getByRole('button', { name: 'Save' }).waitFor();
  });
} finally {
  await browser.close();
  await simulator.stop();
}

async function take(name, options, prepare = async () => {}) {
  const page = await openPage(browser, simulator.base, options);
  await prepare(page);
  writeFileSync(join(folder, `${name}.png`), small(await page.screenshot({ animations: 'disabled' })));
  console.log(`  ${name}.png`);
  await page.context().close();
}
