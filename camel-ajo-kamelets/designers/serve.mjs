#!/usr/bin/env node
// Serves the catalog that build.mjs has written: npm run serve -- [PORT]

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { TARGET } from './lib/project.mjs';
import { startServer } from './lib/server.mjs';

const port = Number(process.argv[2] ?? 8400);
const catalog = join(TARGET, 'kaoto-catalog');
if (!existsSync(catalog)) {
  console.error('There is no catalog yet: npm run build');
  process.exit(1);
}
try {
  const server = await startServer({ '/': catalog }, port);
  console.log(`http://localhost:${server.address().port}/index.json is the catalog. Ctrl-C ends.`);
} catch (error) {
  console.error(`Cannot listen on port ${port}: ${error.message}`);
  process.exitCode = 1;
}
