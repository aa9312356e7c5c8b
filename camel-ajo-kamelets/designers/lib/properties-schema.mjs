// The form of a component or Kamelet in Kaoto is drawn from a JSON schema (draft 07) beside its description. Kaoto's
// generator of these schemas is not published on its own; a test holds these functions against what it made of
// Camel's own components and Kamelets.

const DRAFT_07 = 'http://json-schema.org/draft-07/schema#';

/** The schema of the form of an endpoint, from the description Camel's component plugin writes. */
export function endpointSchema(descriptor) {
  const options = Object.entries(descriptor.properties);
  const required = options.filter(([, option]) => option.required).map(([name]) => name);
  return {
    $schema: DRAFT_07,
    type: 'object',
    ...(required.length > 0 && { required }),
    properties: Object.fromEntries(options.map(([name, option]) => [name, optionSchema(option)])),
  };
}

function optionSchema(option) {
  const schema = {
    title: option.displayName,
    description: option.description,
    ...typeOf(option),
    $comment: `group:${option.group}`,
  };
  if (option.enum) {
    schema.enum = option.enum;
  }
  if (option.deprecated) {
    schema.deprecated = true;
  }
  if (option.defaultValue !== undefined) {
    // An enum is a list of texts in the form, so its default has to be one too.
    schema.default = option.type === 'enum' ? String(option.defaultValue) : option.defaultValue;
  }
  if (option.secret) {
    schema.format = schema.format ? `${schema.format}|password` : 'password';
  }
  return schema;
}

function typeOf(option) {
  switch (option.type) {
    case 'enum':
      return { type: 'string' };
    case 'duration':
      return { type: 'string', format: 'duration' };
    case 'array':
      return { type: 'array', items: { type: 'string' } };
    case 'object':
      // Name and value pairs can be filled in; anything else names a bean of that type.
      return /^java\.util\.Map\b/.test(option.javaType)
        ? { type: 'object' }
        : { type: 'string', format: `bean:${option.javaType}` };
    default:
      return { type: option.type };
  }
}

const FORM_KEYWORDS = ['type', 'title', 'description', 'format', 'enum', 'default', 'deprecated'];

/** The schema of the form of a Kamelet, from its definition. */
export function kameletSchema(kamelet) {
  const { title, description, required, properties } = kamelet.spec.definition;
  return {
    $schema: DRAFT_07,
    type: 'object',
    title,
    description,
    ...(required?.length > 0 && { required }),
    ...(properties && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([name, property]) => [
          name,
          parameterSchema(property),
        ]),
      ),
    }),
  };
}

function parameterSchema(parameter) {
  const schema = Object.fromEntries(
    FORM_KEYWORDS.filter((word) => word in parameter).map((word) => [word, parameter[word]]),
  );
  // A type of Kamelets that JSON schema does not have.
  return parameter.type === 'binary' ? { ...schema, type: 'string', $comment: 'type:binary' } : schema;
}
