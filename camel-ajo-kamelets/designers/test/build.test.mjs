import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { installedCatalog, RUNTIMES, writeKaotoCatalog } from '../lib/kaoto-catalog.mjs';
import { writeKaravanFiles } from '../lib/karavan.mjs';
import { camelLine, readDescriptor, readKamelets } from '../lib/project.mjs';
import { writeVsCodeSettings } from '../lib/vscode-settings.mjs';

const descriptor = readDescriptor();
const kamelets = readKamelets();
const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));

let target;

before(() => {
  target = mkdtempSync(join(tmpdir(), 'camel-ajo-designers-'));
});

after(() => {
  rmSync(target, { recursive: true });
});

function write(options) {
  return writeKaotoCatalog({
    source: installedCatalog(),
    target,
    descriptor,
    kamelets,
    runtimes: ['Main'],
    camelLine: camelLine(),
    ...options,
  });
}

function catalogOf(folder, definition, name) {
  const index = readJson(join(folder, definition.fileName));
  return readJson(join(folder, dirname(definition.fileName), index.catalogs[name].file));
}

describe("Kaoto's catalog", () => {
  it('adds the component and the Kamelets, and leaves the rest alone', () => {
    const before = readJson(join(installedCatalog(), 'index.json')).definitions;
    const after = write().filter(({ runtime }) => runtime === 'Main');
    assert.ok(after.length > 0);
    for (const definition of after) {
      const original = before.find(({ name }) => name === definition.name);

      const { ajo, ...otherComponents } = catalogOf(target, definition, 'components');
      assert.equal(ajo.component.artifactId, 'camel-ajo');
      assert.deepEqual(ajo.propertiesSchema.properties.api.enum, descriptor.properties.api.enum);
      assert.deepEqual(otherComponents, catalogOf(installedCatalog(), original, 'components'));

      const all = catalogOf(target, definition, 'kamelets');
      assert.ok(kamelets.length > 0);
      for (const { name, kamelet } of kamelets) {
        assert.equal(kamelet.metadata.name, name);
        assert.equal(all[name].propertiesSchema.title, kamelet.spec.definition.title);
      }
      assert.equal(
        Object.keys(all).length,
        Object.keys(catalogOf(installedCatalog(), original, 'kamelets')).length + kamelets.length,
      );
    }
  });

  it('names only files that are there', () => {
    write();
    const { definitions, starterTemplates } = readJson(join(target, 'index.json'));
    for (const file of [...definitions.map(({ fileName }) => fileName), starterTemplates]) {
      const { catalogs = {}, schemas = {} } = readJson(join(target, file));
      for (const part of [...Object.values(catalogs), ...Object.values(schemas)]) {
        assert.ok(existsSync(join(target, dirname(file), part.file)), `${part.file} of ${file}`);
      }
    }
  });

  it('names the artifact of each runtime', () => {
    const artifacts = write({ runtimes: RUNTIMES })
      .filter(({ runtime }) => RUNTIMES.includes(runtime))
      .map((definition) => [definition.runtime, catalogOf(target, definition, 'components').ajo.component.artifactId]);
    assert.deepEqual(new Map(artifacts), new Map([
      ['Main', 'camel-ajo'],
      ['Quarkus', 'camel-ajo-quarkus'],
      ['Spring Boot', 'camel-ajo-spring-boot-starter'],
    ]));
  });

  it('refuses a line of Camel versions that Kaoto does not have', () => {
    assert.throws(() => write({ camelLine: '3.99' }), /has no Camel 3\.99 for Main\. It has .*Camel Main 4\.18/);
  });
});

describe('The other files', () => {
  it('bring every Kamelet to Karavan, word for word', () => {
    writeKaravanFiles({ target: join(target, 'karavan'), descriptor, kamelets });
    for (const { fileName, text } of kamelets) {
      assert.equal(readFileSync(join(target, 'karavan/kamelets', fileName), 'utf8'), text);
    }
    assert.deepEqual(readJson(join(target, 'karavan/components/ajo.json')), descriptor);
  });

  it("tell VS Code's language server of the component and Kaoto of the catalog", () => {
    writeVsCodeSettings({ target: join(target, 'vscode'), descriptor, catalogUrl: 'http://localhost:1/index.json' });
    assert.deepEqual(readJson(join(target, 'vscode/settings.json')), {
      'camel.extra-components': [descriptor],
      'kaoto.catalog.url': 'http://localhost:1/index.json',
    });
  });
});
