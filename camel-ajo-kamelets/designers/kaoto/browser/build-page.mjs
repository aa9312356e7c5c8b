// Bundles the page that hosts the editor. That takes a minute, so it is done only when something it is made of changed.

import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';

const KAOTO = join(import.meta.dirname, '..');
const SOURCES = ['browser/index.html', 'browser/editor.js', 'browser/vite.config.mjs', 'package-lock.json'];

/** @return the folder with the page */
export async function buildPage() {
  const page = join(KAOTO, 'target/page');
  const stamp = join(page, 'made-of');
  const hash = createHash('sha256');
  SOURCES.forEach((file) => hash.update(readFileSync(join(KAOTO, file))));
  const madeOf = hash.digest('hex');
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== madeOf) {
    console.log("Bundling Kaoto's editor ...");
    await build({ configFile: join(KAOTO, 'browser/vite.config.mjs') });
    writeFileSync(stamp, madeOf);
  }
  return page;
}
