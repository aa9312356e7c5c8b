#!/usr/bin/env node
// Opens the example routes in Kaoto's editor in a browser, checks what it shows and takes the pictures of the docs.
//
//   npm run pictures            writes docs/images/kaoto and docs/example-routes.md
//   npm run pictures -- --check writes below target only; tells which pictures of the docs are not up to date

import assert from 'node:assert/strict';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';
import { exampleRoutes, readDescriptor, readKamelets, ROOT, TARGET } from '../../lib/project.mjs';
import { startServer } from '../../lib/server.mjs';
import { buildPage } from './build-page.mjs';
import { launchChromium } from './chromium.mjs';
import { EditorPage } from './editor-page.mjs';
import { outdatedDrawings, pictureOf, writeGallery } from './gallery.mjs';

const TOUR = 'quickstart/src/main/resources/camel/2-create.camel.yaml';

const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
const catalog = join(TARGET, 'kaoto-catalog');
if (!existsSync(catalog)) {
  console.error('There is no catalog yet: npm run build, one folder up');
  process.exit(1);
}
const images = values.check ? join(import.meta.dirname, '../target/pictures') : join(ROOT, 'docs/images/kaoto');
rmSync(images, { recursive: true, force: true });
mkdirSync(images, { recursive: true });

const page = await buildPage();
const server = await startServer(
  { '/': page, '/catalog/': catalog, '/examples/': join(ROOT, 'camel-ajo-examples') },
  0,
);
const browser = await launchChromium();
try {
  const routes = exampleRoutes();
  await drawRoutes(routes);
  await takeTour();
  if (values.check) {
    tellWhatIsOutdated(routes);
  } else {
    writeGallery(routes);
  }
} finally {
  await browser.close();
  server.close();
}

async function newEditor(width, height) {
  const base = `http://localhost:${server.address().port}`;
  const context = await browser.newContext({ viewport: { width, height }, reducedMotion: 'reduce' });
  return new EditorPage(await context.newPage(), base);
}

async function drawRoutes(routes) {
  assert.ok(routes.length > 0, 'no example routes found');
  const editor = await newEditor(1400, 900);
  for (const { name, text } of routes) {
    await editor.open(`/examples/${name}`);
    assert.deepEqual(await editor.warnings(), [], `warnings in ${name}`);
    const { content, notifications } = await editor.host();
    assert.deepEqual(notifications, [], `what the editor tells its host about ${name}`);
    assert.deepEqual(parse(content), parse(text), `what the editor would save as ${name}`);
    await editor.drawFromLeftToRight();
    await save(editor, pictureOf(name), await editor.drawing());
  }
  await editor.page.context().close();
}

/** From the catalog to a step with all it needs. */
async function takeTour() {
  const { properties } = readDescriptor();
  const editor = await newEditor(1280, 800);
  const { page } = editor;
  await editor.open(`/examples/${TOUR}`);
  const main = await editor.chooseCamel('Main', /^Camel Main [\d.]+$/);
  console.log(`  with the catalog of ${main}`);
  await editor.drawFromLeftToRight();

  await editor.openCatalog();
  const kamelets = await editor.searchCatalog('ajo', { components: false, kamelets: true });
  assert.deepEqual(kamelets.sort(), readKamelets().map(({ name }) => name).sort());
  await save(editor, 'catalog-kamelets.png');
  await page.keyboard.press('Escape');

  await editor.appendAfter('ajo-create');
  assert.deepEqual(await editor.searchCatalog('ajo', { components: true, kamelets: false }), ['ajo']);
  await save(editor, 'catalog-component.png');

  await editor.chooseTile('ajo');
  assert.deepEqual(await editor.warnings(), ['1 required parameter is not yet configured: [ api ]']);
  await editor.openForm(await editor.labelOfStepWithWarning());
  assert.deepEqual(await editor.choices('api'), properties.api.enum);
  await save(editor, 'missing-option.png');
  await editor.choose('api', 'capping');
  await page.getByRole('button', { name: 'All', exact: true }).click();
  assert.deepEqual(await editor.choices('operation'), properties.operation.enum);
  await save(editor, 'operations.png');
  await editor.choose('operation', 'list');
  assert.deepEqual(await editor.warnings(), []);
  const added = parse((await editor.host()).content)[0].route.from.steps[2].to;
  assert.deepEqual([added.uri, added.parameters], ['ajo', { api: 'capping', operation: 'list' }]);
  await page.context().close();
}

async function save(editor, name, clip) {
  await editor.page.screenshot({ path: join(images, name), clip, animations: 'disabled' });
  console.log(`  ${name}`);
}

function tellWhatIsOutdated(routes) {
  const outdated = outdatedDrawings(routes);
  if (outdated.length > 0) {
    console.log(`Not drawn in the docs as they are now: ${outdated.join(', ')}. To draw them: npm run pictures`);
  }
}
