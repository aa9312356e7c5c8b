import { CamelCatalogService, CatalogKind } from '@kaoto/kaoto/testing';
import Ajv from 'ajv';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { exampleRoutes, readDescriptor, readKamelets } from '../../lib/project.mjs';
// Not among what the package exports, but what its editor opens files with.
import { CamelResourceFactory } from '../node_modules/@kaoto/kaoto/lib/esm/models/camel/camel-resource-factory';
import { definitions, loadCatalog, schemaOf } from './catalog.mjs';

const descriptor = readDescriptor();
const kamelets = readKamelets();
const routes = exampleRoutes();

it('There is a catalog, a Kamelet and a route to try', () => {
  expect(definitions, 'npm run build, one folder up, makes the catalog').not.toEqual([]);
  expect(kamelets).not.toEqual([]);
  expect(routes).not.toEqual([]);
});

describe.each(definitions)('Kaoto with $name', (definition) => {
  const validators = {};

  beforeAll(() => {
    loadCatalog(definition);
    const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true });
    for (const name of ['camelYamlDsl', 'Kamelet']) {
      validators[name] = ajv.compile(schemaOf(definition, name));
    }
  });

  it('finds the component, with the operations as a list', () => {
    const { component, propertiesSchema } = CamelCatalogService.getComponent(CatalogKind.Component, 'ajo');
    expect(component.title).toBe(descriptor.component.title);
    expect(propertiesSchema.properties.operation.enum).toEqual(descriptor.properties.operation.enum);
    expect(CamelCatalogService.getCatalogLookup('ajo')).toMatchObject({
      catalogKind: CatalogKind.Component,
      definition: { component: { scheme: 'ajo' } },
    });
  });

  it('finds each Kamelet', () => {
    for (const { name, kamelet } of kamelets) {
      const found = CamelCatalogService.getCatalogLookup(`kamelet:${name}`);
      expect(found.definition?.spec.definition.title, name).toBe(kamelet.spec.definition.title);
    }
  });

  it('draws the form of a step with what the route says', () => {
    const [, step] = stepsOf('- to: {uri: "ajo:capping", parameters: {operation: canDeploy}}');
    const { schema, definition: model } = step.getComponentSchema();
    const form = schema.properties.parameters.properties;
    expect(form.operation.enum).toContain('canDeploy');
    expect(form.api.enum).toEqual(descriptor.properties.api.enum);
    expect(form.clientSecret.format).toBe('password');
    for (const [name, option] of Object.entries(descriptor.properties)) {
      // A step has no use for what only the beginning of a route reads.
      if (!option.label?.includes('consumer')) {
        expect(form[name].description, name).toBe(option.description);
      }
    }
    expect(model.parameters).toMatchObject({ api: 'capping', operation: 'canDeploy' });
    expect(step.getNodeValidationText()).toBeFalsy();
  });

  it('names a missing option of the component', () => {
    const [, step] = stepsOf('- to: {uri: ajo, parameters: {operation: list}}');
    expect(step.getNodeValidationText()).toBe('1 required parameter is not yet configured: [ api ]');
  });

  it('names the missing options of a Kamelet', () => {
    const { name, kamelet } = kamelets.find((each) => each.name.endsWith('-action') && each.kamelet.spec.definition.required?.length > 0);
    const { required, properties } = kamelet.spec.definition;
    const missing = required.filter((property) => properties[property].default === undefined);
    const [, step] = stepsOf(`- to: {uri: "kamelet:${name}"}`);
    for (const property of missing) {
      expect(step.getNodeValidationText()).toContain(property);
    }
    const parameters = JSON.stringify(Object.fromEntries(missing.map((property) => [property, 'x'])));
    const [, complete] = stepsOf(`- to: {uri: "kamelet:${name}", parameters: ${parameters}}`);
    expect(complete.getNodeValidationText()).toBeFalsy();
  });

  describe.each(routes)('opens $name', ({ name, text }) => {
    it('without a warning, and would save it as it is', () => {
      const resource = CamelResourceFactory.createCamelResource(text, { path: name });
      const flows = resource.getVisualEntities();
      const nodes = flows.flatMap((flow) => nodesBelow(flow.toVizNode()));
      expect(nodes.length).toBeGreaterThan(1);
      expect(nodes.map((node) => node.getNodeValidationText()).filter(Boolean)).toEqual([]);
      expect(parse(resource.toString())).toEqual(parse(text));
    });

    it('and finds it valid', () => {
      expect(mistakes('camelYamlDsl', parse(text))).toEqual([]);
    });
  });

  it.each(kamelets)('finds the Kamelet $name valid', ({ kamelet }) => {
    expect(mistakes('Kamelet', kamelet)).toEqual([]);
  });

  it('finds a misspelt step invalid', () => {
    expect(mistakes('camelYamlDsl', parse('- route: {from: {uri: "timer:x", steps: [{too: {uri: ajo}}]}}'))).not.toEqual([]);
  });

  function mistakes(schema, content) {
    validators[schema](content);
    return [...(validators[schema].errors ?? [])];
  }
});

/** The nodes of a route that starts with a timer and has these steps. */
function stepsOf(steps) {
  const text = `- route: {id: try, from: {id: start, uri: "timer:try", steps: [${steps.slice(2)}]}}`;
  const [flow] = CamelResourceFactory.createCamelResource(`${text}\n`, { path: 'try.camel.yaml' }).getVisualEntities();
  return flow.toVizNode().getChildren();
}

function nodesBelow(node) {
  return [node, ...(node.getChildren() ?? []).flatMap(nodesBelow)];
}
