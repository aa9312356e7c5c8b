// The page in a browser, against a simulator of its own process.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { launchChromium, openPage, ready } from '../lib/browser.mjs';
import { upload } from '../lib/scene.mjs';
import { Simulator } from '../lib/simulator.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const HEALTH = '/ajo/im/health';
/** The part of it that looks the same in JSON. */
const MARKUP = '<img src=x onerror=';
const HOSTILE = `<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>`;

let browser;
let simulator;
let page;

before(async () => {
  browser = await launchChromium();
  simulator = await Simulator.start();
});

after(async () => {
  await browser?.close();
  await simulator?.stop();
});

beforeEach(async () => {
  await simulator.admin('reset', {});
  simulator.forgetToken();
});

afterEach(async () => {
  if (page) {
    assert.deepEqual(page.complaints, [], 'what the browser complains about');
    await page.context().close();
    page = undefined;
  }
});

const open = async (options) => (page = await openPage(browser, simulator.base, options));
const rows = () => page.locator('#call-rows tr.call');
const row = (name) => rows().filter({ has: page.getByRole('button', { name, exact: true }) });
const eventually = (assertion) => page.waitForFunction(assertion.test, assertion.value);
const rowsAre = (count) => eventually({ test: (wanted) => document.querySelectorAll('#call-rows tr.call').length === wanted, value: count });

describe('The calls', () => {
  it('show as they come, with operation, status, sandbox and reason', async () => {
    await open();
    await page.getByText('No call yet').waitFor();
    await simulator.call('GET', '/ajo/journey?pageSize=5', { headers: { 'X-Request-Id': 'request-1' } });
    await simulator.call('GET', '/ajo/journey?colour=red', { sandbox: null });

    await row('login token').waitFor();
    const [refused, good] = [rows().nth(0), rows().nth(1)];
    await refused.getByText("Query parameter 'colour' is not known").waitFor();
    assert.match(await good.innerText(), /✓ 200[\s\S]*journey list[\s\S]*GET\s\/ajo\/journey\?pageSize=5[\s\S]*dev[\s\S]*ms[\s\S]*request-1/);
    assert.match(await refused.innerText(), /! 400[\s\S]*Service: BAD_REQUEST[\s\S]*prod by default/);
    assert.equal(await page.locator('#fact-calls').innerText(), '3');
    assert.equal(await page.locator('#fact-failed').innerText(), '1');
    assert.equal(await page.getByText('No call yet').isVisible(), false);
  });

  it('are only texts, whatever an application sends', async () => {
    await open();
    await simulator.call('GET', `/imp/${encodeURIComponent(HOSTILE)}?q=${encodeURIComponent(HOSTILE)}`, { headers: { 'X-Request-Id': HOSTILE } });
    await simulator.call('GET', '/ajo/journey', { sandbox: HOSTILE });
    await simulator.call('POST', '/journey/orchestration/endpointConfigs', { body: { url: `</script>${HOSTILE}`, methods: ['POST'] }, sandbox: 'prod' });
    await simulator.admin('fail-next', { pathPrefix: HOSTILE, status: 500 });
    await simulator.admin('fail-next-job', { failure: 'failed', reason: HOSTILE });
    await upload(simulator, 'unsubscribed.csv');

    await row('suppression-upload create').waitFor();
    await page.getByText(HOSTILE, { exact: false }).first().waitFor();
    await page.locator('#faults').getByText(HOSTILE, { exact: false }).waitFor();
    await page.locator('#jobs').getByText(HOSTILE, { exact: false }).waitFor();
    await page.locator('#data summary', { hasText: 'capping' }).click();
    await page.locator('#data pre', { hasText: MARKUP }).waitFor();
    await row('capping create').getByRole('button').click();
    await page.locator('dialog pre.copy', { hasText: MARKUP }).waitFor();
    assert.equal(await page.evaluate(() => window.hacked), undefined);
    assert.equal(await page.locator('main img, dialog img, main script, dialog script').count(), 0);
  });

  it('can be narrowed down', async () => {
    await open();
    await simulator.call('GET', HEALTH);
    await simulator.call('GET', '/ajo/journey?colour=red');
    await rowsAre(3);

    await page.getByLabel('Filter by outcome').selectOption('Refused: 4xx');
    await page.getByText('1 of 3 calls fit the filter.').waitFor();
    assert.equal(await row('journey list').isVisible(), true);
    assert.equal(await row('message health').isVisible(), false);
    await page.getByLabel('Filter by outcome').selectOption('Every outcome');
    await page.getByLabel('Filter by API').selectOption('message');
    assert.equal(await row('message health').isVisible(), true);
    await page.getByLabel('Filter by text').fill('nothing like it');
    await page.getByText('0 of 3 calls fit the filter.').waitFor();
    await page.getByLabel('Filter by text').fill('');
    await page.getByLabel('Filter by API').selectOption('Every API');
    assert.equal(await row('journey list').isVisible(), true);
  });

  it('wait while the list is paused', async () => {
    await open();
    await simulator.call('GET', HEALTH);
    await rowsAre(2);
    await page.getByRole('button', { name: 'Pause' }).click();
    await simulator.flood(20);

    await page.getByRole('button', { name: 'Go on (20 new)' }).waitFor();
    assert.equal(await rows().count(), 2);
    await page.getByRole('button', { name: 'Go on (20 new)' }).click();
    await rowsAre(22);
    assert.equal(await page.getByRole('button', { name: 'Pause' }).getAttribute('aria-pressed'), 'false');
  });

  it('take no focus away and stay bounded when thousands come', async () => {
    await open();
    await simulator.call('GET', '/ajo/journey');
    const watched = row('journey list').getByRole('button');
    await watched.focus();
    await simulator.flood(3_000);

    await eventually({ test: (total) => document.getElementById('fact-calls').textContent === total, value: '3002' });
    assert.equal(await page.evaluate(() => document.activeElement.textContent), 'journey list');
    const count = await page.locator('#call-rows tr').count();
    assert.ok(count <= 501, `${count} rows in the document`);
    assert.equal(await page.evaluate(() => document.activeElement.closest('tr').isConnected), true);
  });

  it('that were missed are told', async () => {
    await open();
    await rowsAre(0);
    await page.context().setOffline(true);
    await simulator.flood(1_300);
    await page.getByText('Not connected since').first().waitFor();
    await page.context().setOffline(false);

    await page.getByText(/^301 calls came faster than this page fetched them/).waitFor({ timeout: 30_000 });
    await page.getByText('Connected', { exact: true }).waitFor();
  });

  it('of before a reset do not pass for new ones', async () => {
    await open();
    await simulator.call('GET', HEALTH);
    await rowsAre(2);
    await simulator.admin('reset', {});
    simulator.forgetToken();
    await simulator.call('GET', '/ajo/journey');

    await page.getByText('Started or reset.').waitFor();
    await row('journey list').waitFor();
    assert.equal(await page.locator('#call-rows tr.old').count(), 2);
    await row('message health').getByRole('button').click();
    await page.locator('dialog').getByText('is no longer kept').waitFor();
  });

  it('are announced in a few words, not oftener than every five seconds', async () => {
    await open();
    assert.equal(await page.locator('#announcer').textContent(), '');
    await page.evaluate(() => {
      window.said = [];
      new MutationObserver(() => window.said.push([Date.now(), document.getElementById('announcer').textContent])).observe(document.getElementById('announcer'), { childList: true });
    });
    for (let i = 0; i < 14; i++) {
      await simulator.flood(3);
      await page.waitForTimeout(500);
    }
    await eventually({ test: () => window.said.length > 0 });
    const said = await page.evaluate(() => window.said);
    assert.match(said[0][1], /^\d+ calls, \d+ refused or broken$/);
    said.slice(1).forEach(([at], index) => assert.ok(at - said[index][0] >= 4_900, 'too soon'));
    assert.equal(await page.locator('#calls [aria-live], #calls [role=status], #calls [role=log]').count(), 0);
  });
});

describe('A call', () => {
  it('opens by keyboard, closes with Escape, and gives the focus back', async () => {
    await open();
    await simulator.call('GET', HEALTH);
    await row('message health').waitFor();
    await row('message health').getByRole('button').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Copy as route' }).waitFor();
    assert.equal(await page.evaluate(() => document.activeElement.id), 'call-title');
    await page.keyboard.press('Escape');
    await page.locator('dialog').waitFor({ state: 'hidden' });
    assert.equal(await page.evaluate(() => document.activeElement.textContent), 'message health');
  });

  it('shows no token and no secret, in no form', async () => {
    await open();
    const token = await simulator.token();
    const { clientSecret } = simulator.properties;
    await simulator.call('PUT', '/journey/orchestration/endpointConfigs/x', { body: { password: 'secret-of-a-user', note: clientSecret } });
    for (const name of ['login token', 'capping update']) {
      await row(name).waitFor();
      await row(name).getByRole('button').click();
      await page.getByRole('heading', { name: 'Request', exact: true }).waitFor();
      for (const summary of await page.locator('dialog summary').all()) {
        await summary.click();
      }
      const texts = [await page.content()];
      for (const form of await page.locator('dialog input[type=radio]').all()) {
        await form.check();
        texts.push(await page.content());
      }
      for (const text of texts) {
        for (const secret of [token, clientSecret, 'secret-of-a-user']) {
          assert.equal(text.includes(secret), false, `${name} shows a secret`);
        }
      }
      await page.keyboard.press('Escape');
    }
  });

  it('can be copied as a route, without a header of it, and for a shell', async () => {
    await open({ permissions: ['clipboard-read', 'clipboard-write'] });
    await simulator.call('PUT', "/journey/orchestration/endpointConfigs/it's", { body: { a: "it's" }, headers: { 'X-Note': 'header-of-the-call' } });
    await row('capping update').waitFor();
    await row('capping update').getByRole('button').click();
    const copied = async (form) => {
      await page.getByRole('radio', { name: form }).check();
      await page.getByRole('button', { name: 'Copy', exact: true }).click();
      await page.getByText('Copied').waitFor();
      return page.evaluate(() => navigator.clipboard.readText());
    };
    const yaml = await copied('YAML');
    assert.match(yaml, /uri: ajo:capping\n +parameters:\n +operation: "update"\n +id: "RAW\(it's\)"\n +sandbox: "dev"/);
    const java = await copied('Java');
    assert.match(java, /\.to\("ajo:capping\?operation=update&id=RAW\(it's\)&sandbox=dev"\);/);
    const curl = await copied('curl');
    assert.match(curl, /^curl -X PUT 'http:\/\/localhost:\d+\/journey\/orchestration\/endpointConfigs\/it'\\''s'/);
    assert.match(curl, /Bearer \$AJO_TOKEN/);
    assert.match(curl, /--data-raw '\{"a":"it'\\''s"\}'/);
    for (const text of [yaml, java, curl]) {
      assert.doesNotMatch(text, /header-of-the-call|simulator-client/i);
    }
  });
});

describe('The panels', () => {
  it('switch a fault on and off, by keyboard', async () => {
    await open();
    const outage = page.getByRole('switch', { name: 'Outage' });
    await outage.focus();
    await page.keyboard.press('Space');
    await page.getByText('503 to every call, 0 so far').waitFor();
    assert.equal((await simulator.call('GET', HEALTH)).status, 503);
    await page.getByText('503 to every call, 1 so far').waitFor();
    await row('message health').getByText('A fault gave this answer').waitFor();
    await page.keyboard.press('Space');
    await page.getByText('none on').waitFor();
    assert.equal((await simulator.call('GET', HEALTH)).status, 200);
    assert.equal(await outage.isChecked(), false);
  });

  it('add a fault for some calls, and remove it', async () => {
    await open();
    await page.getByText('A fault for the next calls').click();
    await page.locator('#fault-form [name=answer]').selectOption('404');
    await page.getByLabel('How many').fill('3');
    await page.getByLabel('Only paths that begin with').fill('/ajo/im');
    await page.getByRole('button', { name: 'Add the fault' }).click();
    await page.getByText('API below /ajo/im: 404').waitFor();
    assert.equal((await simulator.call('GET', HEALTH)).status, 404);
    await page.getByText('2 of 3 calls left').waitFor();
    await page.getByRole('button', { name: 'Remove the fault API below /ajo/im: 404' }).click();
    await page.getByText('API below /ajo/im: 404').waitFor({ state: 'detached' });
    assert.equal((await simulator.call('GET', HEALTH)).status, 200);
  });

  it('say what was wrong with an action', async () => {
    await open();
    await simulator.admin('fail-next', { count: 2, status: 400 });
    const remove = page.getByRole('button', { name: 'Remove the fault API: 400' });
    await remove.waitFor();
    await simulator.admin('clear-faults', {});
    await remove.click();
    await page.getByText(/^Not done: There is no fault/).waitFor();
  });

  it('slow calls down, and let them go again', async () => {
    await open();
    const slow = page.getByRole('switch', { name: 'Slow' });
    await slow.check();
    await eventually({ test: () => document.getElementById('faults-count').textContent === '1 on' });
    assert.equal((await simulator.admin('overview')).latencyMilliseconds.api, 2_000);
    await slow.uncheck();
    await eventually({ test: () => document.getElementById('faults-count').textContent === 'none on' });
  });

  it('show tokens by their fingerprints, how long they live, and end one', async () => {
    await open();
    const token = await simulator.token();
    const row = page.locator('#tokens li');
    await row.getByText(/^good for 23 h 5\d min more$/).waitFor();
    assert.equal((await page.content()).includes(token), false);
    await page.getByRole('button', { name: '+1 h' }).click();
    await row.getByText(/^good for 22 h 5\d min more$/).waitFor();
    await page.getByText('1 h ahead').waitFor();
    await row.getByRole('button', { name: /^Expire token/ }).click();
    await row.getByText(/^ran out at/).waitFor();
    assert.equal((await simulator.call('GET', HEALTH)).status, 401);
  });

  it('show jobs moving', async () => {
    await open();
    await page.getByLabel('Step of jobs, in seconds').fill('60');
    await page.getByRole('button', { name: 'Set', exact: true }).click();
    await page.getByText('A job stays 60 s in each state').waitFor();
    await upload(simulator, 'unsubscribed.csv');
    const job = page.locator('#jobs li');
    await job.getByText('ACCEPTED').waitFor();
    await page.getByRole('button', { name: '+1 min' }).click();
    await job.getByText('PENDING').waitFor();
    await page.getByRole('button', { name: '+1 min' }).click();
    await job.getByText('COMPLETE').waitFor();
    await page.getByRole('button', { name: 'Let it' }).click();
    await upload(simulator, 'again.csv');
    await page.locator('#jobs').getByText('Will end failed: Asked for on the page').waitFor();
  });

  it('show the data of each family', async () => {
    await open();
    const capping = page.locator('#data li', { has: page.getByText('capping', { exact: true }) });
    await capping.getByText(/ 0/).waitFor();
    await simulator.call('POST', '/journey/orchestration/endpointConfigs', { body: { url: 'https://shop.example/*' } });
    await capping.locator('summary .note', { hasText: ' 1' }).waitFor();
    await capping.locator('summary').click();
    await capping.getByText('https://shop.example/*').waitFor();
  });

  it('ask before they reset everything', async () => {
    await open();
    await simulator.call('GET', HEALTH);
    await row('message health').waitFor();
    await page.getByRole('button', { name: 'Reset everything' }).click();
    assert.equal(await page.evaluate(() => document.activeElement.textContent), 'No');
    await page.getByRole('button', { name: 'No' }).click();
    assert.equal((await simulator.admin('calls')).total, 2);
    await page.getByRole('button', { name: 'Reset everything' }).click();
    await page.getByRole('button', { name: 'Yes, reset' }).click();
    await page.getByText('Started or reset.').waitFor();
    assert.equal((await simulator.admin('calls')).total, 0);
  });
});

describe('The page', () => {
  for (const colorScheme of ['light', 'dark']) {
    for (const width of [1440, 400]) {
      it(`has no fault that axe finds: ${colorScheme}, ${width} wide`, async () => {
        await open({ colorScheme, viewport: { width, height: 900 } });
        await assertAccessible('empty');
        await simulator.call('GET', HEALTH);
        await simulator.call('GET', '/ajo/journey?colour=red');
        await simulator.admin('fail-next', { status: 500 });
        await simulator.call('GET', HEALTH);
        await simulator.admin('fail-next', { connection: 'reset' });
        await simulator.call('GET', HEALTH).catch(() => {});
        await simulator.admin('fail-next', { status: 500, count: 2 });
        await upload(simulator, 'unsubscribed.csv');
        await simulator.admin('fail-next-job', {});
        await upload(simulator, 'unsubscribed.csv');
        await row('suppression-upload create').first().waitFor();
        await page.getByRole('button', { name: 'Pause' }).click();
        await page.getByRole('switch', { name: 'Login down' }).check();
        await openEverything();
        await assertAccessible('with everything');
        await row('journey list').getByRole('button').click();
        await page.getByRole('heading', { name: 'Answer', exact: true }).waitFor();
        await assertAccessible('a call');
      });
    }
  }

  it('keeps the theme that was chosen', async () => {
    await open({ colorScheme: 'light' });
    const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const light = await paper();
    await page.getByLabel('Theme').selectOption('Dark');
    const dark = await paper();
    assert.notEqual(dark, light);
    await page.reload();
    await ready(page);
    assert.equal(await paper(), dark);
    await page.getByLabel('Theme').selectOption('Light');
    await page.emulateMedia({ colorScheme: 'dark' });
    assert.equal(await paper(), light);
    await page.getByLabel('Theme').selectOption('System');
    assert.equal(await paper(), dark);
  });

  it('is wide enough for no bar at the bottom, down to a phone', async () => {
    await open({ viewport: { width: 360, height: 740 } });
    await simulator.call('GET', `/imp/${'long'.repeat(60)}`);
    await row('raw request').waitFor();
    const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    assert.ok(content <= window, `${content} pixels in ${window}`);
  });

  it('loads in seven tabs at once, and calls go on', async () => {
    const context = await browser.newContext();
    const tabs = await Promise.all(Array.from({ length: 7 }, () => context.newPage()));
    await Promise.all(tabs.map((tab) => tab.goto(simulator.base).then(() => ready(tab))));
    await simulator.call('GET', HEALTH);
    await Promise.all(tabs.map((tab) => tab.getByRole('button', { name: 'message health' }).waitFor()));
    await context.close();
  });

  it('asks less often when nobody looks', async () => {
    await open();
    const asked = [];
    page.on('request', (request) => request.url().includes('/calls?') && asked.push(Date.now()));
    await page.waitForTimeout(3_000);
    const seen = asked.length;
    assert.ok(seen >= 2, `${seen} times while it is seen`);
    await page.evaluate(() => Object.defineProperty(document, 'hidden', { get: () => true, configurable: true }));
    // The one that was on its way, and then one after ten seconds.
    await page.waitForTimeout(9_000);
    assert.ok(asked.length - seen <= 2, `${asked.length - seen} times while it is hidden`);
    const before = asked.length;
    await page.evaluate(() => {
      delete document.hidden;
      document.dispatchEvent(new Event('visibilitychange'));
    });
    await page.waitForTimeout(1_000);
    assert.ok(asked.length > before, 'at once when it is seen again');
  });

  it('loads nothing from elsewhere', async () => {
    const context = await browser.newContext();
    const tab = await context.newPage();
    const origins = new Set();
    tab.on('request', (request) => origins.add(new URL(request.url()).origin));
    await tab.goto(simulator.base);
    await ready(tab);
    assert.deepEqual([...origins], [simulator.base]);
    await context.close();
  });

  it('may not be framed, nor its calls made, by a page of another origin', async () => {
    const context = await browser.newContext();
    const tab = await context.newPage();
    await tab.goto(simulator.base.replace('localhost', '127.0.0.1'));
    await ready(tab);
    const outcome = await tab.evaluate(
      (base) => fetch(`${base}/__admin/ajo/expire-tokens`, { method: 'POST', headers: { 'Content-Type': 'text/plain' }, body: '{}', mode: 'no-cors' }).then(() => 'sent', () => 'stopped'),
      simulator.base,
    );
    assert.equal(outcome, 'stopped', 'its own policy keeps even our page from other origins');
    await context.close();
  });

  it('says since when it is not connected, and begins anew after a restart', async () => {
    const own = await Simulator.start();
    let tab = await openPage(browser, own.base);
    try {
      await own.call('GET', HEALTH);
      await tab.getByRole('button', { name: 'message health' }).waitFor();
      const { port } = own;
      await own.stop();
      await tab.locator('#connection').getByText(/^Not connected since \d\d:\d\d:\d\d$/).waitFor();
      const again = await Simulator.start(port);
      try {
        await tab.getByText('Started or reset.').waitFor({ timeout: 30_000 });
        await tab.getByText('Connected', { exact: true }).waitFor();
        assert.equal(await tab.locator('#call-rows tr.old').count(), 2);
        await again.call('GET', '/ajo/journey');
        await tab.getByRole('button', { name: 'journey list' }).waitFor();
      } finally {
        await again.stop();
      }
    } finally {
      await tab.context().close();
      await own.stop();
    }
  });
});

/** Every part that can be opened, with something in it. */
async function openEverything() {
  await page.evaluate(() => document.querySelectorAll('main details').forEach((details) => (details.open = true)));
  await page.waitForFunction(() => [...document.querySelectorAll('#data pre')].every((entries) => entries.textContent));
}

/** What axe cannot decide by itself, but is wrong whatever the rest of the page says. */
const NEVER_RIGHT = ['aria-prohibited-attr'];

async function assertAccessible(what) {
  await page.evaluate(AXE);
  const { violations, incomplete } = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations', 'incomplete'] }));
  assert.deepEqual(
    [...violations, ...incomplete.filter(({ id }) => NEVER_RIGHT.includes(id))].map(({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html}\n${failureSummary}`).join('\n')}`),
    [],
    what,
  );
}
