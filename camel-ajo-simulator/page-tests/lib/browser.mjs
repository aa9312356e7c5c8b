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
  // Letters without coloured edges make small pictures.
  return chromium.launch({ executablePath, args: ['--disable-lcd-text', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])] });
}

/** Opens the page, and collects what a browser complains about. */
export async function openPage(browser, base, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce', timezoneId: 'UTC', ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  page.complaints = [];
  page.on('pageerror', (error) => page.complaints.push(String(error)));
  page.on('console', (message) => {
    // A refused admin call and a connection that is gone are told on the page too.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) {
      page.complaints.push(message.text());
    }
  });
  await page.goto(base);
  await ready(page);
  return page;
}

export async function ready(page) {
  await page.locator('body[data-ready]').waitFor();
}
