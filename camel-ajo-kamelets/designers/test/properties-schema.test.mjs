import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { installedCatalog } from '../lib/kaoto-catalog.mjs';
import { camelLine, readDescriptor } from '../lib/project.mjs';
import { endpointSchema, kameletSchema } from '../lib/properties-schema.mjs';

function officialEntries(prefix) {
  const catalog = installedCatalog();
  const { definitions } = JSON.parse(readFileSync(join(catalog, 'index.json'), 'utf8'));
  const main = definitions.find(
    ({ runtime, version }) => runtime === 'Main' && version.startsWith(`${camelLine()}.`) && !version.includes('redhat'),
  );
  const folder = join(catalog, dirname(main.fileName));
  const file = readdirSync(folder).find((name) => name.startsWith(prefix));
  return Object.entries(JSON.parse(readFileSync(join(folder, file), 'utf8')));
}

// Kaoto's generator writes some numbers as texts, and the largest long as -1.
function withoutNumericDefaults(schema) {
  const copy = structuredClone(schema);
  for (const option of Object.values(copy.properties ?? {})) {
    if (['number', 'integer'].includes(option.type)) {
      delete option.default;
    }
  }
  return copy;
}

describe('The schema of a form', () => {
  it("is the one Kaoto's generator makes, for every component of Camel", () => {
    const components = officialEntries('camel-catalog-aggregate-components');
    assert.ok(components.length > 300);
    for (const [name, entry] of components) {
      const expected = withoutNumericDefaults(entry.propertiesSchema);
      assert.deepEqual(withoutNumericDefaults(endpointSchema(entry)), expected, name);
    }
  });

  it("is the one Kaoto's generator makes, for every Kamelet of Camel", () => {
    const kamelets = officialEntries('kamelets-aggregate');
    assert.ok(kamelets.length > 200);
    for (const [name, kamelet] of kamelets) {
      assert.deepEqual(kameletSchema(kamelet), kamelet.propertiesSchema, name);
    }
  });

  it('shows the operations of ajo as a list and hides the secrets', () => {
    const { required, properties } = endpointSchema(readDescriptor());
    assert.deepEqual(required, ['api']);
    assert.ok(properties.api.enum.includes('capping'));
    assert.ok(properties.operation.enum.includes('canDeploy'));
    assert.equal(properties.clientSecret.format, 'password');
    assert.equal(properties.requestTimeout.format, 'duration');
  });
});
