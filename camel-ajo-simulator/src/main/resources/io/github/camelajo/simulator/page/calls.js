// The list of calls, and the details of one call.

import { read } from './client.js';
import { byId, copy, duration, element, pretty, timeOf, write } from './dom.js';

/** The number of rows in the document. The simulator keeps 1000 calls. */
const ROWS = 500;
const LIMIT = 500;
const ANNOUNCE_EVERY = 5_000;

const rows = byId('call-rows');
const note = byId('calls-note');
const dialog = byId('call');

let cursor;
let paused = false;
let waiting = [];
let dropped = 0;
let shown = 0;
let missed = 0;
let announced = { at: 0, total: null, failed: 0 };
let numbers = { total: 0, failed: 0 };
const apis = new Set();

/** Fetches the calls since the last time. @return whether there are more */
export async function pollCalls() {
  const look = await read('calls', cursor ? { after: cursor, limit: LIMIT } : { limit: LIMIT });
  const first = !cursor;
  cursor = look.next;
  numbers = { total: look.total, failed: look.failed };
  const fresh = [];
  if (look.restarted) {
    fresh.push({ divider: 'The simulator was started or reset. It no longer has the calls below.', old: true });
    announced.total = null;
  }
  if (look.missed > 0) {
    missed += look.missed;
    fresh.push({ divider: `${look.missed} calls are missing here.` });
  }
  fresh.push(...look.calls);
  if (paused && !first) {
    hold(fresh);
  } else {
    add(fresh);
  }
  write(byId('fact-calls'), String(look.total));
  write(byId('fact-failed'), String(look.failed));
  tell();
  return look.more;
}

function hold(fresh) {
  waiting.push(...fresh);
  if (waiting.length > ROWS) {
    dropped += waiting.length - ROWS;
    waiting = waiting.slice(-ROWS);
  }
}

function add(fresh) {
  const fragment = document.createDocumentFragment();
  for (const call of fresh.slice(-ROWS).reverse()) {
    fragment.append(call.divider ? dividerRow(call.divider) : callRow(call));
  }
  if (fresh.some((call) => call.old)) {
    for (const row of rows.children) {
      row.classList.add('old');
    }
  }
  rows.prepend(fragment);
  trim();
  filterApis(fresh);
  if (fresh.length > 0) {
    applyFilter();
  }
  byId('no-calls').hidden = rows.childElementCount > 0;
}

/** Removes the oldest rows, except the one with the focus. */
function trim() {
  let row = rows.lastElementChild;
  while (row && rows.childElementCount > ROWS) {
    const before = row.previousElementSibling;
    if (!row.contains(document.activeElement)) {
      row.remove();
    }
    row = before;
  }
}

function dividerRow(text) {
  return element('tr', { class: 'divider' }, element('td', { colspan: 6 }, text));
}

export function outcomeOf({ status }) {
  if (status === 0) {
    return 'broken';
  }
  if (status >= 500) {
    return 'failed';
  }
  return status >= 400 ? 'refused' : 'good';
}

const SIGNS = { good: '✓', refused: '!', failed: '✕', broken: '⚡' };
const WORDS = { good: 'answered', refused: 'refused', failed: 'failed', broken: 'broken' };
const WHO = {
  fault: 'Fault',
  login: 'Login',
  address: 'Address',
  gateway: 'Gateway',
  sandbox: 'Sandbox',
  permission: 'Permission',
  service: 'Service',
};

function statusOf(call) {
  const outcome = outcomeOf(call);
  return element(
    'span',
    { class: `badge ${outcome}` },
    element('span', { 'aria-hidden': 'true' }, SIGNS[outcome]),
    ` ${call.status === 0 ? '' : call.status} `,
    element('span', { class: call.status === 0 ? '' : 'quiet' }, WORDS[outcome]),
  );
}

function callRow(call) {
  const outcome = outcomeOf(call);
  const name = `${call.api} ${call.operation}`;
  const row = element(
    'tr',
    { class: outcome === 'good' ? 'call' : `call bad ${outcome}` },
    element('td', { class: 'time mono', title: call.at }, timeOf(call.at, true)),
    element('td', { class: 'status' }, statusOf(call)),
    element(
      'th',
      { scope: 'row', class: 'operation' },
      element('button', { type: 'button', class: 'open', click: () => open(call) }, element('b', {}, call.api), ` ${call.operation}`),
      call.fault && element('span', { class: 'tag' }, 'fault'),
      element('span', { class: 'path mono' }, `${call.method}\u00a0${call.path}${call.query && `?${call.query}`}`),
      call.why && element('span', { class: 'why' }, element('b', {}, WHO[call.refusedBy] ?? call.refusedBy), `: ${call.why}`),
    ),
    element(
      'td',
      { class: 'sandbox' },
      call.sandbox ?? '–',
      call.sandboxNamed === false && element('span', { class: 'note', title: 'The call named no sandbox' }, ' by default'),
    ),
    element('td', { class: 'duration' }, duration(call.durationMilliseconds)),
    element('td', { class: 'id mono', title: call.requestId ?? '' }, call.requestId ?? '–'),
  );
  row.dataset.outcome = outcome;
  row.dataset.api = call.api;
  row.dataset.text = `${name} ${call.method} ${call.path}?${call.query} ${call.requestId ?? ''} ${call.why ?? ''} ${call.status} ${call.sandbox ?? ''}`.toLowerCase();
  return row;
}

function filterApis(fresh) {
  for (const { api } of fresh) {
    if (api && !apis.has(api)) {
      apis.add(api);
      const select = byId('filter-api');
      const after = [...select.options].slice(1).find((option) => option.value > api) ?? null;
      select.insertBefore(element('option', { value: api }, api), after);
    }
  }
}

function applyFilter() {
  const text = byId('filter-text').value.trim().toLowerCase();
  const outcome = byId('filter-status').value;
  const api = byId('filter-api').value;
  shown = 0;
  let all = 0;
  for (const row of rows.children) {
    if (row.dataset.api) {
      all++;
      const fits = (!text || row.dataset.text.includes(text)) && (!outcome || row.dataset.outcome === outcome) && (!api || row.dataset.api === api);
      row.hidden = !fits;
      shown += fits ? 1 : 0;
    }
  }
  const narrowed = text || outcome || api;
  const texts = [
    narrowed && `${shown} of ${all} calls match the filter.`,
    missed > 0 && `${missed} calls arrived faster than this page could fetch them. They are not in the list.`,
  ];
  write(note, texts.filter(Boolean).join(' '));
}

/** Updates the text for screen readers, at most every five seconds, and the number of calls during a pause. */
function tell() {
  const button = byId('pause');
  const count = waiting.filter((call) => !call.divider).length + dropped;
  write(button, paused ? `Resume (${count} new)` : 'Pause');
  const now = Date.now();
  if (announced.total === null) {
    announced = { at: now, ...numbers };
  } else if (now - announced.at >= ANNOUNCE_EVERY && numbers.total !== announced.total) {
    const calls = numbers.total - announced.total;
    const failed = numbers.failed - announced.failed;
    if (calls > 0) {
      write(byId('announcer'), `${calls} ${calls === 1 ? 'call' : 'calls'}, ${failed} refused or broken`);
    }
    announced = { at: now, ...numbers };
  }
}

export function startCalls() {
  byId('pause').addEventListener('click', ({ currentTarget }) => {
    paused = !paused;
    currentTarget.setAttribute('aria-pressed', String(paused));
    if (!paused) {
      if (dropped > 0) {
        waiting.unshift({ divider: `${dropped} calls during the pause are not shown.` });
      }
      add(waiting);
      waiting = [];
      dropped = 0;
    }
    tell();
  });
  byId('clear').addEventListener('click', () => {
    rows.replaceChildren();
    missed = 0;
    byId('no-calls').hidden = false;
    applyFilter();
  });
  for (const id of ['filter-text', 'filter-status', 'filter-api']) {
    byId(id).addEventListener('input', applyFilter);
  }
  byId('call-close').addEventListener('click', () => dialog.close());
  dialog.addEventListener('click', (event) => event.target === dialog && dialog.close());
}

// ---- One call

async function open(call) {
  write(byId('call-title'), `${call.api} ${call.operation}`);
  const body = byId('call-body');
  body.replaceChildren(element('p', { class: 'note' }, 'Loading the call'));
  dialog.showModal();
  byId('call-title').focus();
  try {
    body.replaceChildren(...details(await read('call', { cursor: call.cursor })));
  } catch (failure) {
    body.replaceChildren(element('p', { class: 'problem' }, failure.message));
  }
}

function details(call) {
  const facts = [
    ['Status', statusOf(call)],
    ['Time', element('span', { class: 'mono' }, call.at)],
    ['Duration', duration(call.durationMilliseconds)],
    ['Sandbox', call.sandbox ? `${call.sandbox}${call.sandboxNamed ? '' : ' by default, because the call named none'}` : '–'],
    ['Request ID', element('span', { class: 'mono' }, call.requestId ?? '–')],
  ];
  return [
    element('p', { class: 'path mono' }, `${call.method}\u00a0${call.path}${call.query && `?${call.query}`}`),
    call.why && element('p', { class: 'why' }, element('b', {}, WHO[call.refusedBy] ?? call.refusedBy), `: ${call.why}`),
    element('dl', { class: 'facts' }, ...facts.map(([name, value]) => element('div', {}, element('dt', {}, name), element('dd', {}, value)))),
    ...(call.route ? [copies(call)] : []),
    message('Request', call.request),
    ...(call.answer ? [message('Answer', call.answer)] : []),
  ].filter(Boolean);
}

function message(title, { headers, body, bytes, cut }) {
  return element(
    'section',
    {},
    element('h3', {}, title),
    element(
      'details',
      {},
      element('summary', {}, `${headers.length} headers`),
      element(
        'dl',
        { class: 'headers mono' },
        ...headers.flatMap(({ name, value }) => [element('dt', {}, name), element('dd', {}, value)]),
      ),
    ),
    bytes === 0
      ? element('p', { class: 'note' }, 'No body')
      : element('pre', { tabindex: 0, role: 'group', 'aria-label': `Body of the ${title.toLowerCase()}` }, pretty(body)),
    cut && element('p', { class: 'note' }, `The first part of ${bytes} bytes`),
  );
}

function copies(call) {
  const texts = { YAML: call.route.yaml, Java: call.route.java, curl: curl(call) };
  const text = element('pre', { class: 'copy', tabindex: 0, role: 'group', 'aria-label': 'The call as a route' }, texts.YAML);
  const done = element('span', { class: 'note', role: 'status' });
  const choices = Object.keys(texts).map((name) =>
    element(
      'label',
      { class: 'choice' },
      element('input', {
        type: 'radio',
        name: 'copy-form',
        value: name,
        checked: name === 'YAML',
        change: () => {
          write(text, texts[name]);
          write(done, '');
        },
      }),
      name,
    ),
  );
  const button = element(
    'button',
    {
      type: 'button',
      class: 'primary',
      click: async () => write(done, (await copy(text.textContent, text).catch(() => false)) ? 'Copied' : 'Select the text to copy it'),
    },
    'Copy',
  );
  return element(
    'section',
    {},
    element('h3', {}, 'Copy as route'),
    element('div', { class: 'row' }, element('fieldset', { class: 'row' }, element('legend', { class: 'quiet' }, 'Form'), ...choices), button, done),
    text,
    element('p', { class: 'note' }, 'Contains no credentials: the component uses its own. Secrets in the body are masked.'),
  );
}

const quoted = (text) => `'${text.replaceAll("'", "'\\''")}'`;

/** Returns the call as a command, with variables for the credentials. */
export function curl(call) {
  const lines = [`curl -X ${call.method} ${quoted(`${location.origin}${call.path}${call.query && `?${call.query}`}`)}`];
  lines.push('-H "Authorization: Bearer $AJO_TOKEN"', '-H "x-api-key: $AJO_CLIENT_ID"', '-H "x-gw-ims-org-id: $AJO_ORGANIZATION_ID"');
  if (call.sandboxNamed) {
    lines.push(`-H ${quoted(`x-sandbox-name: ${call.sandbox}`)}`);
  }
  const type = call.request.headers.find(({ name }) => name.toLowerCase() === 'content-type');
  if (call.request.bytes > 0 && !call.request.cut && !type?.value.startsWith('multipart/')) {
    lines.push(`-H ${quoted(`Content-Type: ${type?.value ?? 'application/json'}`)}`, `--data-raw ${quoted(call.request.body)}`);
  }
  return `${lines.join(' \\\n  ')}\n`;
}
