// What the rest of the project has made: the description of the component and the Kamelets.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

export const DESIGNERS = resolve(fileURLToPath(import.meta.url), '../..');
export const ROOT = resolve(DESIGNERS, '../..');
export const TARGET = join(DESIGNERS, 'target');

const DESCRIPTOR = join(ROOT, 'camel-ajo-component/src/generated/resources/META-INF/io/github/camelajo/ajo.json');
const KAMELETS = join(DESIGNERS, '../src/main/resources/kamelets');
const SUFFIX = '.kamelet.yaml';

export function readDescriptor(file = DESCRIPTOR) {
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** File names and contents, in the order of the names. */
export function readKamelets(folder = KAMELETS) {
  if (!existsSync(folder)) {
    throw new Error(`There is no folder ${folder}: name the one with the Kamelets with --kamelets`);
  }
  return readdirSync(folder)
    .filter((name) => name.endsWith(SUFFIX))
    .sort()
    .map((fileName) => {
      const text = readFileSync(join(folder, fileName), 'utf8');
      return { fileName, name: fileName.slice(0, -SUFFIX.length), text, kamelet: parse(text) };
    });
}

/** The line of Camel versions the project is built with, such as 4.18. */
export function camelLine() {
  const pom = readFileSync(join(ROOT, 'pom.xml'), 'utf8');
  return pom.match(/<camel\.version>(\d+\.\d+)\.[^<]*<\/camel\.version>/)[1];
}

/** All YAML files of the examples that hold routes. */
export function exampleRoutes(root = ROOT) {
  const examples = join(root, 'camel-ajo-examples');
  return readdirSync(examples, { recursive: true })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.camel.yaml') && name.includes('src/main/'))
    .sort()
    .map((name) => ({ name, text: readFileSync(join(examples, name), 'utf8') }));
}
