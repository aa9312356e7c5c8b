// The page of the docs with the drawings of the example routes. Each drawing carries a hash of the route it was made
// from, so that one can tell without a browser whether it shows the route as it is.

import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { ROOT } from '../../lib/project.mjs';

const GALLERY = join(ROOT, 'docs/example-routes.md');

const HEAD = `# The example routes, drawn

The routes of the [examples](../camel-ajo-examples/README.md), drawn by [Kaoto](kaoto.md). This page is generated, see
[kaoto.md](kaoto.md#draw-the-routes-of-the-docs).
`;

/** The name of the picture of a file such as quickstart/src/main/resources/camel/2-create.camel.yaml. */
export function pictureOf(name) {
  return `${exampleOf(name)}-${fileOf(name).replace('.camel.yaml', '')}.png`;
}

export function writeGallery(routes) {
  const parts = [HEAD];
  let example;
  for (const { name, text } of routes) {
    if (exampleOf(name) !== example) {
      example = exampleOf(name);
      parts.push(`\n## ${example}\n`);
    }
    parts.push(`
[${fileOf(name)}](../camel-ajo-examples/${name}): ${descriptionsOf(text)}.

![${fileOf(name)} as Kaoto draws it](images/kaoto/${pictureOf(name)})
${markOf(text)}
`);
  }
  writeFileSync(GALLERY, parts.join(''));
}

/** The files whose drawing is missing or of another text. */
export function outdatedDrawings(routes) {
  const gallery = existsSync(GALLERY) ? readFileSync(GALLERY, 'utf8') : '';
  return routes
    .filter(({ name, text }) => !gallery.includes(`(images/kaoto/${pictureOf(name)})\n${markOf(text)}\n`))
    .map(({ name }) => fileOf(name));
}

function markOf(text) {
  return `<!-- of ${createHash('sha256').update(text).digest('hex').slice(0, 12)} -->`;
}

function descriptionsOf(text) {
  return parse(text)
    .map((flow) => Object.values(flow)[0])
    .map(({ description, id }) => description ?? id)
    .join('. ');
}

// An example is a folder, maybe one of several below another: quickstart, spring-boot, java-routes-main.
function exampleOf(name) {
  return name.slice(0, name.indexOf('/src/')).replaceAll('/', '-');
}

function fileOf(name) {
  return name.slice(name.lastIndexOf('/') + 1);
}
