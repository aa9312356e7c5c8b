// What goes into a Karavan project: the Kamelets as files. Karavan takes the description of a component only where it
// is built from source; it is written beside them for that.

import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export function writeKaravanFiles({ target, descriptor, kamelets }) {
  rmSync(target, { recursive: true, force: true });
  mkdirSync(join(target, 'kamelets'), { recursive: true });
  mkdirSync(join(target, 'components'));
  for (const { fileName, text } of kamelets) {
    writeFileSync(join(target, 'kamelets', fileName), text);
  }
  writeFileSync(join(target, 'components', 'ajo.json'), JSON.stringify(descriptor, null, 2));
}
