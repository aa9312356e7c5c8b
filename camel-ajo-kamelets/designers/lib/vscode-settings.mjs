// Settings of VS Code: the language server of Camel learns of the component, Kaoto of the catalog.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export function writeVsCodeSettings({ target, descriptor, catalogUrl }) {
  mkdirSync(target, { recursive: true });
  const settings = { 'camel.extra-components': [descriptor], 'kaoto.catalog.url': catalogUrl };
  writeFileSync(join(target, 'settings.json'), JSON.stringify(settings, null, 2));
}
