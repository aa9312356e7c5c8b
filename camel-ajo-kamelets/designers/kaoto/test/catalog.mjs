// Hands the catalog that was built to Kaoto, as the editor does when it has loaded it.

import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CamelCatalogService, CatalogKind } from '@kaoto/kaoto/testing';
import { TARGET } from '../../lib/project.mjs';

const CATALOG = join(TARGET, 'kaoto-catalog');

// The catalogs of an index, by the name the editor gives them.
const KINDS = {
  components: CatalogKind.Component,
  models: CatalogKind.Processor,
  patterns: CatalogKind.Pattern,
  entities: CatalogKind.Entity,
  languages: CatalogKind.Language,
  dataformats: CatalogKind.Dataformat,
  loadbalancers: CatalogKind.Loadbalancer,
  functions: CatalogKind.Function,
};

export const definitions = existsSync(CATALOG)
  ? readJson('index.json').definitions.filter(({ runtime }) => !['Citrus', 'XSLT'].includes(runtime))
  : [];

export function loadCatalog(definition) {
  const { read, index } = indexOf(definition);
  for (const [catalog, kind] of Object.entries(KINDS)) {
    CamelCatalogService.setCatalogKey(kind, read(index.catalogs[catalog].file));
  }
  CamelCatalogService.setCatalogKey(CatalogKind.Kamelet, {
    ...read(index.catalogs.kameletBoundaries.file),
    ...read(index.catalogs.kamelets.file),
  });
}

export function schemaOf(definition, name) {
  const { read, index } = indexOf(definition);
  return read(index.schemas[name].file);
}

function indexOf(definition) {
  const folder = dirname(definition.fileName);
  return { index: readJson(definition.fileName), read: (file) => readJson(join(folder, file)) };
}

function readJson(file) {
  return JSON.parse(readFileSync(join(CATALOG, file), 'utf8'));
}
