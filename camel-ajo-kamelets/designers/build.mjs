#!/usr/bin/env node
// Writes below target/ what the designers and editors need.

import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { installedCatalog, RUNTIMES, writeKaotoCatalog } from './lib/kaoto-catalog.mjs';
import { writeKaravanFiles } from './lib/karavan.mjs';
import { camelLine, readDescriptor, readKamelets, TARGET } from './lib/project.mjs';
import { writeVsCodeSettings } from './lib/vscode-settings.mjs';

const USAGE = `Usage: npm run build -- [options]

  --runtime NAME      Main, Quarkus, Spring Boot or all; may be repeated (default: Main)
  --camel X.Y         line of Camel versions (default: the one of this project)
  --url URL           where the catalog will be served (default: http://localhost:8400/index.json)
  --descriptor FILE   description of the component (default: the one in this checkout)
  --kamelets FOLDER   Kamelets (default: the ones in this checkout)
  --target FOLDER     where to write (default: target)
`;

const OPTIONS = {
  runtime: { type: 'string', multiple: true, default: ['Main'] },
  camel: { type: 'string' },
  url: { type: 'string', default: 'http://localhost:8400/index.json' },
  descriptor: { type: 'string' },
  kamelets: { type: 'string' },
  target: { type: 'string', default: TARGET },
  help: { type: 'boolean', default: false },
};

function build(values) {
  const runtimes = values.runtime.includes('all') ? RUNTIMES : values.runtime;
  const unknown = runtimes.filter((runtime) => !RUNTIMES.includes(runtime));
  if (unknown.length > 0) {
    throw new Error(`Unknown runtime ${unknown.join(', ')}. Allowed: ${RUNTIMES.join(', ')}, all`);
  }
  const descriptor = readDescriptor(values.descriptor);
  const kamelets = readKamelets(values.kamelets);
  const catalog = join(values.target, 'kaoto-catalog');
  const definitions = writeKaotoCatalog({
    source: installedCatalog(),
    target: catalog,
    descriptor,
    kamelets,
    runtimes,
    camelLine: values.camel ?? camelLine(),
  });
  writeKaravanFiles({ target: join(values.target, 'karavan'), descriptor, kamelets });
  writeVsCodeSettings({ target: join(values.target, 'vscode'), descriptor, catalogUrl: values.url });

  const written = relative(process.cwd(), values.target) || '.';
  console.log(`Component ajo ${descriptor.component.version} and ${kamelets.length} Kamelets, in ${written}:`);
  console.log(`  kaoto-catalog/index.json   ${definitions.map(({ name }) => name).join(', ')}`);
  console.log('  karavan/kamelets           for the folder of Kamelets of Karavan');
  console.log('  karavan/components         for a build of Karavan');
  console.log('  vscode/settings.json       for the settings of VS Code');
}

try {
  const { values } = parseArgs({ options: OPTIONS });
  if (values.help) {
    console.log(USAGE);
  } else {
    build(values);
  }
} catch (error) {
  console.error(error.message);
  if (error.code?.startsWith('ERR_PARSE_ARGS')) {
    console.error(USAGE);
  }
  process.exitCode = 1;
}
