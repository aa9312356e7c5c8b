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

/** Enough for a list that does not show all, and few enough for a browser to look at everything in seconds. */
const DATA = ['--journeys=25', '--campaigns=1', '--suppression-entries=1'];

before(async () => {
  browser = await launchChromium();
  simulator = await Simulator.start(0, ...DATA);
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
const kind = (name) => page.locator('#data > li', { has: page.getByText(name, { exact: true }) });
const openKind = async (name) => {
  await kind(name).locator('summary').first().click();
  return kind(name);
};
const eventually = (assertion) => page.waitForFunction(assertion.test, assertion.value);
const rowsAre = (count) => eventually({ test: (wanted) => document.querySelectorAll('#call-rows tr.call').length === wanted, value: count });

describe('The calls', () => {
  it('show as they come, with operation, status, sandbox and reason', async () => {
    await open();
    await page.getByText('No calls yet').waitFor();
    await simulator.call('GET', '/ajo/journey?pageSize=5', { headers: { 'X-Request-Id': 'request-1' } });
    await simulator.call('GET', '/ajo/journey?colour=red', { sandbox: null });

    await row('login token').waitFor();
    const [refused, good] = [rows().nth(0), rows().nth(1)];
    await refused.getByText("Query parameter 'colour' is not known").waitFor();
    assert.match(await good.innerText(), /✓ 200[\s\S]*journey list[\s\S]*GET\s\/ajo\/journey\?pageSize=5[\s\S]*dev[\s\S]*ms[\s\S]*request-1/);
    assert.match(await refused.innerText(), /! 400[\s\S]*Service: BAD_REQUEST[\s\S]*prod by default/);
    assert.equal(await page.locator('#fact-calls').innerText(), '3');
    assert.equal(await page.locator('#fact-failed').innerText(), '1');
    assert.equal(await page.getByText('No calls yet').isVisible(), false);
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
    await simulator.put('data/journey/' + encodeURIComponent(HOSTILE), { name: HOSTILE });
    await kind('capping').locator('summary').first().click();
    await kind('capping').locator('.entries summary').click();
    await kind('capping').locator('pre', { hasText: MARKUP }).waitFor();
    await kind('journey').locator('summary').first().click();
    await kind('journey').getByText(HOSTILE, { exact: true }).first().waitFor();
    await row('capping create').getByRole('button').click();
    await page.locator('#call pre.copy', { hasText: MARKUP }).waitFor();
    assert.equal(await page.evaluate(() => window.hacked), undefined);
    assert.equal(await page.locator('main img, dialog img, main script, dialog script').count(), 0);
  });

  it('can be narrowed down', async () => {
    await open();
    await simulator.call('GET', HEALTH);
    await simulator.call('GET', '/ajo/journey?colour=red');
    await rowsAre(3);

    await page.getByLabel('Filter by outcome').selectOption('Refused: 4xx');
    await page.getByText('1 of 3 calls match the filter.').waitFor();
    assert.equal(await row('journey list').isVisible(), true);
    assert.equal(await row('message health').isVisible(), false);
    await page.getByLabel('Filter by outcome').selectOption('All outcomes');
    await page.getByLabel('Filter by API').selectOption('message');
    assert.equal(await row('message health').isVisible(), true);
    await page.getByLabel('Filter by text').fill('nothing like it');
    await page.getByText('0 of 3 calls match the filter.').waitFor();
    await page.getByLabel('Filter by text').fill('');
    await page.getByLabel('Filter by API').selectOption('All APIs');
    assert.equal(await row('journey list').isVisible(), true);
  });

  it('wait while the list is paused', async () => {
    await open();
    await simulator.call('GET', HEALTH);
    await rowsAre(2);
    await page.getByRole('button', { name: 'Pause' }).click();
    await simulator.flood(20);

    await page.getByRole('button', { name: 'Resume (20 new)' }).waitFor();
    assert.equal(await rows().count(), 2);
    await page.getByRole('button', { name: 'Resume (20 new)' }).click();
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

    await page.getByText(/^301 calls arrived faster than this page could fetch them/).waitFor({ timeout: 30_000 });
    await page.getByText('Connected', { exact: true }).waitFor();
  });

  it('of before a reset do not pass for new ones', async () => {
    await open();
    await simulator.call('GET', HEALTH);
    await rowsAre(2);
    await simulator.admin('reset', {});
    simulator.forgetToken();
    await simulator.call('GET', '/ajo/journey');

    await page.getByText('The simulator was started or reset.').waitFor();
    await row('journey list').waitFor();
    assert.equal(await page.locator('#call-rows tr.old').count(), 2);
    await row('message health').getByRole('button').click();
    await page.locator('#call').getByText('is no longer kept').waitFor();
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
    await page.locator('#call').waitFor({ state: 'hidden' });
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
      for (const summary of await page.locator('#call summary').all()) {
        await summary.click();
      }
      const texts = [await page.content()];
      for (const form of await page.locator('#call input[type=radio]').all()) {
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
    await row.getByText(/^valid for 23 h 5\d min$/).waitFor();
    assert.equal((await page.content()).includes(token), false);
    await page.getByRole('button', { name: '+1 h' }).click();
    await row.getByText(/^valid for 22 h 5\d min$/).waitFor();
    await page.getByText('1 h ahead').waitFor();
    await row.getByRole('button', { name: /^Expire token/ }).click();
    await row.getByText(/^expired at/).waitFor();
    assert.equal((await simulator.call('GET', HEALTH)).status, 401);
  });

  it('show jobs moving', async () => {
    await open();
    await page.getByLabel('Job step, in seconds').fill('60');
    await page.getByRole('button', { name: 'Set', exact: true }).click();
    await page.getByText('A job stays 60 s in each state').waitFor();
    await upload(simulator, 'unsubscribed.csv');
    const job = page.locator('#jobs li');
    await job.getByText('ACCEPTED').waitFor();
    await page.getByRole('button', { name: '+1 min' }).click();
    await job.getByText('PENDING').waitFor();
    await page.getByRole('button', { name: '+1 min' }).click();
    await job.getByText('COMPLETE').waitFor();
    await page.getByRole('button', { name: 'Apply' }).click();
    await upload(simulator, 'again.csv');
    await page.locator('#jobs').getByText('Will end failed: Requested on the page').waitFor();
  });

  it('show the data of each family', async () => {
    await open();
    const capping = kind('capping');
    await capping.getByText(/ 0/).waitFor();
    await simulator.call('POST', '/journey/orchestration/endpointConfigs', { body: { url: 'https://shop.example/*' } });
    await capping.locator('summary .counts', { hasText: ' 1' }).waitFor();
    await openKind('capping');
    await capping.locator('.entries summary', { hasText: 'in dev' }).click();
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
    await page.getByText('The simulator was started or reset.').waitFor();
    assert.equal((await simulator.admin('calls')).total, 0);
  });
});

describe('The data', () => {
  const json = (path) => simulator.send('GET', `/__admin/ajo/${path}`).then(({ status, body }) => ({ status, ...JSON.parse(body) }));

  it('can be added, by keyboard alone', async () => {
    await open();
    await openKind('journey');
    await kind('journey').getByRole('button', { name: 'Add an entry of journey' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Add an entry of journey' }).waitFor();
    assert.equal(await page.evaluate(() => document.activeElement.id), 'entry-id');
    await page.keyboard.type('mine/1 ü');
    await page.getByRole('combobox', { name: 'Sandbox', exact: true }).selectOption('prod');
    await page.getByLabel('Entry, in JSON').fill('{"name": "Mine", "status": "Draft"}');
    await page.getByRole('button', { name: 'Save' }).focus();
    await page.keyboard.press('Enter');
    await page.locator('#entry').waitFor({ state: 'hidden' });

    const made = await json(`data/journey/${encodeURIComponent('mine/1 ü')}?sandbox=prod`);
    assert.equal(made.value.name, 'Mine');
    assert.equal((await simulator.call('GET', '/ajo/journey?filter=name%3DMine', { sandbox: 'prod' })).status, 200);
    assert.match(await page.evaluate(() => document.activeElement.textContent), /^Add$/, 'the focus is back');
  });

  it('can be changed, and what was wrong with a change is told beside it', async () => {
    await open();
    await simulator.send('DELETE', '/__admin/ajo/data/suppressed-domain?sandbox=dev', { 'Content-Type': 'application/json' });
    await simulator.put('data/suppressed-domain/example.com?sandbox=dev', { comment: 'first' });
    await openKind('suppressed-domain');
    await kind('suppressed-domain').locator('.entries summary', { hasText: /^example\.com/ }).click();
    await kind('suppressed-domain').getByRole('button', { name: 'Change suppressed-domain example.com in dev' }).click();
    const text = page.getByLabel('Entry, in JSON');
    assert.equal(JSON.parse(await text.inputValue()).comment, 'first');
    assert.equal(await page.getByLabel('ID', { exact: true }).getAttribute('readonly'), '');

    await text.fill('{"comment": ');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.locator('#entry-problem').getByText(/not valid JSON/).waitFor();
    assert.equal(await text.getAttribute('aria-invalid'), 'true');
    await text.fill('{"remark": "second"}');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.locator('#entry-problem').getByText(/Unknown field 'remark'.*comment/).waitFor();
    await text.fill('{"comment": "second"}');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.locator('#entry').waitFor({ state: 'hidden' });

    assert.equal((await json('data/suppressed-domain/example.com?sandbox=dev')).value.comment, 'second');
    await kind('suppressed-domain').locator('pre', { hasText: '"second"' }).waitFor();
  });

  it('is removed only when somebody says yes, and the focus goes to what is left', async () => {
    await open();
    await openKind('certificate');
    const entries = kind('certificate').locator('.entries > li');
    await entries.nth(2).waitFor();
    const before = await entries.count();
    await entries.first().locator('summary').click();
    const id = await entries.first().locator('summary .mono').innerText();
    const remove = entries.first().getByRole('button', { name: /^Remove certificate/ });
    await remove.click();
    await page.getByRole('alertdialog', { name: `Remove certificate ${id}?` }).waitFor();
    assert.equal(await page.evaluate(() => document.activeElement.textContent), 'No');
    await page.keyboard.press('Enter');
    await page.locator('#question').waitFor({ state: 'hidden' });
    assert.equal((await json('data/certificate')).total, before);

    await remove.click();
    await page.getByRole('button', { name: 'Yes, remove' }).click();
    await eventually({ test: (wanted) => document.querySelectorAll('#data [data-key=certificate] .entries > li').length === wanted, value: before - 1 });
    assert.equal((await json(`data/certificate/${encodeURIComponent(id)}`)).status, 404);
    assert.equal(await page.evaluate(() => document.activeElement.closest('#data .entries') !== null), true);
  });

  it('can be emptied, also where single entries cannot be changed', async () => {
    await open();
    await upload(simulator, 'unsubscribed.csv');
    const uploads = await openKind('suppression-upload');
    await uploads.locator('.entries > li').waitFor();
    assert.equal(await uploads.getByRole('button', { name: /^(Add|Change)/ }).count(), 0);
    await uploads.getByRole('button', { name: 'Remove all of suppression-upload' }).click();
    await page.getByText('Remove all entries of suppression-upload in prod and dev?').waitFor();
    await page.getByRole('button', { name: 'Yes, remove' }).click();
    await uploads.getByText('No entries').waitFor();
    await page.waitForFunction(() => document.querySelector('#data [data-key=suppression-upload] .empty-kind').disabled);
    assert.equal((await json('data/suppression-upload?sandbox=dev')).total, 0);
  });

  it('is all there, the newest first', async () => {
    await simulator.put('data/journey/mine?sandbox=dev', {});
    await open();
    const journeys = await openKind('journey');
    await journeys.locator('.entries > li').nth(39).waitFor();
    assert.equal(await journeys.locator('.entries > li').count(), 40);
    assert.equal(await journeys.locator('.entries > li', { hasText: 'in dev' }).first().locator('summary .mono').innerText(), 'mine');
    await journeys.getByRole('button', { name: 'Show more of journey' }).click();
    const { count } = (await json('data')).kinds.find(({ kind: name }) => name === 'journey');
    await journeys.locator('.entries > li').nth(count.prod + count.dev - 1).waitFor();
    assert.equal(await journeys.getByRole('button', { name: 'Show more of journey' }).isVisible(), false);
  });

  it('has its buttons for every kind', async () => {
    await open();
    const { kinds } = await json('data');
    assert.ok(kinds.length > 30);
    const buttons = await page.evaluate(() =>
      Object.fromEntries([...document.querySelectorAll('#data > li')].map((row) => [row.dataset.key, [...row.querySelectorAll('button')].map((button) => button.getAttribute('aria-label'))])),
    );
    for (const { kind: name, writable } of kinds) {
      const wanted = [`Remove all of ${name}`, `Show more of ${name}`];
      assert.deepEqual(buttons[name], writable ? [`Add an entry of ${name}`, ...wanted] : wanted);
    }
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
        await kind('journey').getByRole('button', { name: 'Add an entry of journey' }).click();
        await page.getByLabel('ID', { exact: true }).fill('x');
        await page.getByLabel('Entry, in JSON').fill('{');
        await page.getByRole('button', { name: 'Save' }).click();
        await page.locator('#entry-problem').getByText(/not valid JSON/).waitFor();
        await assertAccessible('an entry with a mistake', '#entry');
        await page.keyboard.press('Escape');
        await kind('journey').getByRole('button', { name: 'Remove all of journey' }).click();
        await assertAccessible('a question', '#question');
        await page.keyboard.press('Escape');
        await row('journey list').getByRole('button').click();
        await page.getByRole('heading', { name: 'Answer', exact: true }).waitFor();
        await assertAccessible('a call', '#call');
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
        await tab.getByText('The simulator was started or reset.').waitFor({ timeout: 30_000 });
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

/** Every part that can be opened, with something in it: an entry of each kind, and the first entry of each opened too. */
async function openEverything() {
  const { kinds } = await simulator.admin('data');
  for (const { kind: name, writable, count } of kinds) {
    if (writable && Object.values(count).every((entries) => entries === 0)) {
      await simulator.put(`data/${name}/sample`, {});
    }
  }
  await page.evaluate(() => document.querySelectorAll('main details').forEach((details) => (details.open = true)));
  await page.waitForFunction(() =>
    [...document.querySelectorAll('#data > li')].every((row) => row.querySelector('.entries > li') || !row.querySelector('.none').hidden),
  );
  await page.evaluate(() => document.querySelectorAll('#data .entries > li:first-child > details').forEach((details) => (details.open = true)));
}

/** What axe cannot decide by itself, but is wrong whatever the rest of the page says. */
const NEVER_RIGHT = ['aria-prohibited-attr'];

/** @param within a part of the page; all of it if that is left out */
async function assertAccessible(what, within = 'html') {
  await page.evaluate(AXE);
  const { violations, incomplete } = await page.evaluate((part) => window.axe.run(part, { resultTypes: ['violations', 'incomplete'] }), within);
  assert.deepEqual(
    [...violations, ...incomplete.filter(({ id }) => NEVER_RIGHT.includes(id))].map(({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html}\n${failureSummary}`).join('\n')}`),
    [],
    what,
  );
}
