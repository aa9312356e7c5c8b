// The browser of this machine: none is downloaded.

import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

const USUAL = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

export function launchChromium() {
  const executablePath = process.env.CHROMIUM ?? USUAL.find((path) => existsSync(path));
  if (!executablePath) {
    throw new Error('No Chromium found: install the package chromium, or name one in the variable CHROMIUM');
  }
  // Chromium's sandbox does not start for root, as whom containers run; the page is our own.
  return chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
}
