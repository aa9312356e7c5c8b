import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { load } from 'js-yaml';
import { CamelDefinitionYaml } from 'karavan-core/src/core/api/CamelDefinitionYaml';
import { CamelUtil } from 'karavan-core/src/core/api/CamelUtil';
import { ComponentApi } from 'karavan-core/src/core/api/ComponentApi';
import { KameletApi } from 'karavan-core/src/core/api/KameletApi';
import { exampleRoutes, readDescriptor, readKamelets } from '../../lib/project.mjs';

const descriptor = readDescriptor();
const kamelets = readKamelets();
// Karavan knows no master: before an endpoint and adds ids; the routes of the example etl are written by hand.
const routes = exampleRoutes().filter(({ name }) => !name.startsWith('etl/'));

KameletApi.saveKamelets(kamelets.map(({ text }) => text), true);
ComponentApi.saveComponent(JSON.stringify(descriptor));

describe('Karavan', () => {
  it('has Kamelets and routes to try', () => {
    assert.ok(kamelets.length > 0);
    assert.ok(routes.length > 0);
  });

  for (const { name, kamelet } of kamelets) {
    it(`shows the Kamelet ${name} with its form`, () => {
      const { title, properties, required = [] } = kamelet.spec.definition;
      const found = KameletApi.findKameletByName(name);
      assert.equal(found?.title(), title);
      assert.equal(found?.type(), kamelet.metadata.labels['camel.apache.org/kamelet.type']);
      assert.match(found.icon(), /^data:image\/svg\+xml;base64,/);
      const form = KameletApi.getKameletProperties(name);
      assert.deepEqual(form.map(({ id }) => id), Object.keys(properties));
      for (const { id, title, description } of form) {
        assert.ok(title && description, `${id} has a title and a help text`);
      }
      assert.ok(required.every((property: string) => property in properties));
      assert.equal(form.find(({ id }) => id === 'clientSecret')?.format, 'password');
    });
  }

  it('shows the options of the component, where it is built with it', () => {
    const options = ComponentApi.getComponentProperties('ajo', 'producer').map(({ name }) => name);
    assert.ok(options.includes('operation') && options.includes('sandbox'));
    const operation = ComponentApi.getComponentProperties('ajo', 'producer').find(({ name }) => name === 'operation');
    assert.deepEqual(operation?.enum, descriptor.properties.operation.enum);
  });

  for (const { name, text } of routes) {
    it(`opens ${name} and writes back the same route`, () => {
      const written = writtenBack(name, text);
      assert.deepEqual(inOneSpelling(load(written)), inOneSpelling(load(text)));
      assert.equal(writtenBack(name, written), written, 'what Karavan has written, it writes again word for word');
    });
  }

  it('opens a route with a Kamelet and writes it back unchanged', () => {
    const { name, kamelet } = kamelets.find((each) => each.name.endsWith('-action') && each.kamelet.spec.definition.required?.length > 0)!;
    const parameters = Object.fromEntries((kamelet.spec.definition.required ?? []).map((property: string) => [property, 'x']));
    const route = [
      {
        route: {
          id: 'try',
          from: { id: 'start', uri: 'direct', parameters: { name: 'try' }, steps: [{ to: { id: 'step', uri: `kamelet:${name}`, parameters } }] },
        },
      },
    ];
    const integration = CamelDefinitionYaml.yamlToIntegration('try.camel.yaml', JSON.stringify(route));
    assert.deepEqual(load(CamelDefinitionYaml.integrationToYaml(integration)), route);
    const [step] = integration.spec.flows![0].from.steps;
    assert.deepEqual(CamelUtil.checkRequired(step), [true, []]);
  });

  it('names what a Kamelet lacks', () => {
    const { name, kamelet } = kamelets.find((each) => each.name.endsWith('-action') && each.kamelet.spec.definition.required?.length > 0)!;
    const text = JSON.stringify([{ from: { uri: 'direct:try', steps: [{ to: { uri: `kamelet:${name}` } }] } }]);
    const integration = CamelDefinitionYaml.yamlToIntegration('try.camel.yaml', text);
    const [complete, missing] = CamelUtil.checkRequired(integration.spec.flows![0].from.steps[0]);
    assert.equal(complete, false);
    assert.deepEqual(missing, kamelet.spec.definition.required.map((property: string) => `${property} is required`));
  });
});

function writtenBack(name: string, text: string) {
  const integration = CamelDefinitionYaml.yamlToIntegration(name, text);
  assert.ok((integration.spec.flows ?? []).length > 0);
  return CamelDefinitionYaml.integrationToYaml(integration);
}

const LANGUAGES = ['constant', 'simple', 'jsonpath', 'header', 'groovy', 'jq', 'xpath'];

/**
 * YAML has several spellings for the same route, and Karavan has its own. It puts "expression:" around the language of
 * an expression and gives the language an id, and it makes the part of an URI behind the scheme a parameter.
 */
function inOneSpelling(node: any): any {
  if (Array.isArray(node)) {
    return node.map(inOneSpelling);
  }
  if (node === null || typeof node !== 'object') {
    return node;
  }
  const { expression, ...rest } = node;
  const nested = expression !== null && typeof expression === 'object';
  const flat: any = nested ? { ...rest, ...expression } : { ...node };
  for (const language of LANGUAGES) {
    if (flat[language] && typeof flat[language] === 'object') {
      const { id, ...withoutId } = flat[language];
      flat[language] = withoutId;
    }
  }
  if (typeof flat.uri === 'string' && flat.uri.startsWith('ajo:')) {
    const [scheme, api] = flat.uri.split(':');
    flat.uri = scheme;
    flat.parameters = { ...flat.parameters, api };
  }
  return Object.fromEntries(Object.entries(flat).map(([key, value]) => [key, inOneSpelling(value)]));
}
