// Kaoto's catalog of Camel with the ajo component and its Kamelets added: a folder for any web server, index.json on
// top. Files that do not change are copied as they are.

import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { endpointSchema, kameletSchema } from './properties-schema.mjs';

// How the artifact that brings the component is called, by runtime.
const ARTIFACTS = {
  Main: 'camel-ajo',
  Quarkus: 'camel-ajo-quarkus',
  'Spring Boot': 'camel-ajo-spring-boot-starter',
};
export const RUNTIMES = Object.keys(ARTIFACTS);

/** Where npm has put Kaoto's catalog. */
export function installedCatalog() {
  const index = createRequire(import.meta.url).resolve('@kaoto/camel-catalog/index.json');
  return dirname(index);
}

/**
 * @param source    folder of Kaoto's catalog
 * @param target    folder to write; what is in it is deleted
 * @param runtimes  which of RUNTIMES to keep
 * @param camelLine which line of Camel versions to keep, such as 4.18
 * @return the definitions the new catalog has
 */
export function writeKaotoCatalog({ source, target, descriptor, kamelets, runtimes, camelLine }) {
  const index = readJson(join(source, 'index.json'));
  const camel = index.definitions.filter(
    ({ runtime, camelCatalogVersion }) =>
      runtimes.includes(runtime) && camelCatalogVersion?.startsWith(`${camelLine}.`),
  );
  for (const runtime of runtimes) {
    if (!camel.some((definition) => definition.runtime === runtime)) {
      throw new Error(`Kaoto's catalog has no Camel ${camelLine} for ${runtime}. It has ${namesOf(index.definitions)}`);
    }
  }
  // Not Camel's, and small: the editor offers them for other files.
  const others = index.definitions.filter(({ runtime }) => !RUNTIMES.includes(runtime));

  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  for (const { fileName } of others) {
    cpSync(join(source, dirname(fileName)), join(target, dirname(fileName)), { recursive: true });
  }
  if (index.starterTemplates) {
    cpSync(join(source, dirname(index.starterTemplates)), join(target, dirname(index.starterTemplates)), {
      recursive: true,
    });
  }
  const definitions = [
    ...camel.map((definition) => addTo(definition, { source, target, descriptor, kamelets })),
    ...others,
  ];
  writeFileSync(
    join(target, 'index.json'),
    JSON.stringify({ ...index, name: 'Camel with Adobe Journey Optimizer', definitions }, null, 2),
  );
  return definitions;
}

function addTo(definition, { source, target, descriptor, kamelets }) {
  const from = join(source, dirname(definition.fileName));
  const to = join(target, dirname(definition.fileName));
  cpSync(from, to, { recursive: true });
  const index = readJson(join(source, definition.fileName));
  const add = (catalog, prefix, entries) => {
    const file = index.catalogs[catalog].file;
    rmSync(join(to, file));
    index.catalogs[catalog].file = writeHashed(to, prefix, { ...readJson(join(from, file)), ...entries });
  };
  add('components', 'camel-catalog-aggregate-components', { ajo: componentEntry(descriptor, definition.runtime) });
  add(
    'kamelets',
    'kamelets-aggregate',
    Object.fromEntries(
      kamelets.map(({ name, kamelet }) => [name, { ...kamelet, propertiesSchema: kameletSchema(kamelet) }]),
    ),
  );
  rmSync(join(target, definition.fileName));
  const fileName = `${dirname(definition.fileName)}/${writeHashed(to, 'index', index)}`;
  return { ...definition, fileName };
}

function componentEntry(descriptor, runtime) {
  return {
    ...descriptor,
    component: { ...descriptor.component, artifactId: ARTIFACTS[runtime] },
    propertiesSchema: endpointSchema(descriptor),
  };
}

/** Kaoto's own way to name files: browsers may keep a file for ever, a changed one has another name. */
function writeHashed(folder, prefix, content) {
  const sorted = prefix === 'index' ? content : Object.fromEntries(Object.entries(content).sort(byKey));
  const text = JSON.stringify(sorted);
  const name = `${prefix}-${createHash('sha256').update(text).digest('hex').slice(0, 8)}.json`;
  writeFileSync(join(folder, name), text);
  return name;
}

function byKey([left], [right]) {
  return left < right ? -1 : 1;
}

function namesOf(definitions) {
  return definitions.map(({ name }) => name).join(', ');
}

function readJson(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}
