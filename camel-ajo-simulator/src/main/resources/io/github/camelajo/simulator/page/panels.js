// The panels beside the calls: clock, faults, jobs and tokens.

import { act, read } from './client.js';
import { byId, dateOf, element, reconcile, span, timeOf, write } from './dom.js';

/** The number of calls that a switch applies to: more than anybody makes before switching it off. */
const ENDLESS = 1_000_000;
const SLOW = 2_000;

let overview;
let refresh = () => {};

const SWITCHES = [
  { id: 'outage', label: 'Outage', note: '503 to every call', lane: 'api', fault: { status: 503 } },
  { id: 'busy', label: 'Too many requests', note: '429 to every call', lane: 'api', fault: { status: 429 } },
  { id: 'cut', label: 'Broken connections', note: 'a reset instead of every answer', lane: 'api', fault: { connection: 'reset' } },
  { id: 'login', label: 'Login down', note: '503 to every token request', lane: 'token', fault: { status: 503 } },
];

/** Makes an admin call, shows why it failed, and then updates the page. */
export async function attempt(call, body) {
  const problem = byId('problem');
  try {
    await act(call, body);
    problem.hidden = true;
    problem.textContent = '';
  } catch (failure) {
    problem.hidden = false;
    problem.textContent = `Not done: ${failure.message}`;
  }
  refresh();
}

export async function pollPanels() {
  overview = await read('overview');
  showOverview();
  showFaults((await read('faults')).faults);
  showJobs((await read('jobs')).jobs);
  showTokens((await read('tokens')).tokens);
}

// ---- Clock and state

function showOverview() {
  write(byId('fact-address'), location.origin);
  write(byId('fact-sandboxes'), overview.sandboxes.join(', '));
  write(byId('fact-up'), span(Date.parse(overview.clock) - overview.clockAheadSeconds * 1000 - Date.parse(overview.startedAt)));
  const clock = byId('clock');
  write(clock, `${dateOf(overview.clock)} ${timeOf(overview.clock)}`);
  clock.setAttribute('datetime', overview.clock);
  write(byId('ahead'), overview.clockAheadSeconds > 0 ? `${span(overview.clockAheadSeconds * 1000)} ahead` : 'the real time');
  const step = overview.jobStepMilliseconds;
  write(byId('step-note'), step > 0 ? `A job stays ${step / 1000} s in each state, by this clock.` : 'With 0, every poll moves a job by one state.');
  if (byId('step').dataset.step !== String(step)) {
    byId('step').dataset.step = String(step);
    byId('step').value = step / 1000;
  }
}

// ---- Faults

const isEndless = (fault, { lane, fault: wanted }) =>
  fault.calls === lane &&
  fault.count === ENDLESS &&
  !fault.pathPrefix &&
  !fault.delayMilliseconds &&
  fault.status === (wanted.connection ? fault.status : wanted.status) &&
  fault.connection === wanted.connection;

function showFaults(faults) {
  const rest = new Set(faults);
  for (const wanted of SWITCHES) {
    const found = faults.filter((fault) => isEndless(fault, wanted));
    found.forEach((fault) => rest.delete(fault));
    wanted.found = found;
    const hit = found.reduce((sum, fault) => sum + fault.count - fault.left, 0);
    flip(wanted, found.length > 0, found.length > 0 ? `${wanted.note}, ${hit} so far` : wanted.note);
  }
  flip({ id: 'slow' }, overview.latencyMilliseconds.api >= SLOW, 'delays every call by two seconds');
  reconcile(byId('faults'), [...rest], (fault) => fault.id, createFault, (row, fault) => {
    write(row.querySelector('.what'), describe(fault));
    write(row.querySelector('.note'), `${fault.left} of ${fault.count} ${fault.count === 1 ? 'call' : 'calls'} left`);
  });
  byId('clear-faults').hidden = faults.length === 0;
  const on = faults.length + (overview.latencyMilliseconds.api > 0 ? 1 : 0) + (overview.latencyMilliseconds.token > 0 ? 1 : 0);
  write(byId('faults-count'), on > 0 ? `${on} on` : 'none on');
}

function describe(fault) {
  const what = fault.connection ? `connection ${fault.connection}` : (fault.status ?? 'as usual');
  const late = fault.delayMilliseconds ? `, ${fault.delayMilliseconds} ms late` : '';
  const where = fault.pathPrefix ? ` below ${fault.pathPrefix}` : '';
  return `${fault.calls === 'token' ? 'Login' : 'API'}${where}: ${what}${late}${fault.ownBody ? ', with its own body' : ''}`;
}

function createFault(fault) {
  return element(
    'li',
    {},
    element('div', { class: 'grow' }, element('span', { class: 'what' }), element('span', { class: 'note' })),
    element('button', { type: 'button', 'aria-label': `Remove the fault ${describe(fault)}`, click: () => attempt('remove-fault', { id: fault.id }) }, 'Remove'),
  );
}

function flip({ id }, on, note) {
  const input = byId(`switch-${id}`);
  if (input.checked !== on) {
    input.checked = on;
  }
  write(byId(`switch-${id}-note`), note);
}

function createSwitch({ id, label }, change) {
  return element(
    'li',
    {},
    element(
      'label',
      { class: 'switch' },
      element('input', { type: 'checkbox', role: 'switch', id: `switch-${id}`, 'aria-describedby': `switch-${id}-note`, change: (event) => change(event.target.checked) }),
      element('span', { class: 'track', 'aria-hidden': 'true' }),
      element('span', {}, label),
    ),
    element('span', { class: 'note', id: `switch-${id}-note` }),
  );
}

// ---- Jobs

const badly = (job) => job.failure || /err|fail|cancel|time/i.test(job.state);

function showJobs(jobs) {
  reconcile(byId('jobs'), jobs.slice(0, 50), (job) => `${job.api} ${job.id} ${job.startedAt}`, createJob, (row, job) => {
    row.className = !job.ended ? 'running' : badly(job) ? 'bad' : 'good';
    write(row.querySelector('.state'), job.state);
    const bar = row.querySelector('progress');
    bar.max = job.steps;
    bar.value = job.step;
    write(row.querySelector('.since'), `since ${timeOf(job.since)}`);
    write(row.querySelector('.why'), job.failure ? `${job.ended ? 'Ended' : 'Will end'} ${job.failure.replaceAll('_', ' ')}: ${job.reason}` : '');
  });
  byId('no-jobs').hidden = jobs.length > 0;
  const running = jobs.filter((job) => !job.ended).length;
  write(byId('jobs-count'), jobs.length > 0 ? `${running} running` : '');
}

function createJob(job) {
  return element(
    'li',
    {},
    element(
      'div',
      { class: 'grow' },
      element('b', {}, job.api),
      ` in ${job.sandbox} `,
      element('span', { class: 'state tag' }),
      element('span', { class: 'id mono' }, job.id),
      element('progress', { 'aria-label': `Progress of job ${job.id}` }),
      element('span', { class: 'since note' }),
      element('span', { class: 'why' }),
    ),
  );
}

// ---- Tokens

function showTokens(tokens) {
  const now = Date.parse(overview.clock);
  reconcile(byId('tokens'), tokens.slice(0, 20), (token) => token.fingerprint, createToken, (row, token) => {
    const life = Date.parse(token.expiresAt) - Date.parse(token.issuedAt);
    const left = Date.parse(token.expiresAt) - now;
    row.className = token.valid ? 'running' : 'spent';
    const bar = row.querySelector('progress');
    bar.max = Math.max(1, life);
    bar.value = token.valid ? left : 0;
    write(row.querySelector('.note'), token.valid ? `valid for ${span(left)}` : `expired at ${timeOf(token.expiresAt)}`);
    row.querySelector('button').hidden = !token.valid;
  });
  byId('no-tokens').hidden = tokens.length > 0;
  byId('expire-tokens').hidden = overview.tokens.valid === 0;
  write(byId('tokens-count'), overview.tokens.issued > 0 ? `${overview.tokens.valid} of ${overview.tokens.issued} valid` : '');
}

function createToken(token) {
  return element(
    'li',
    {},
    element(
      'div',
      { class: 'grow' },
      element('span', { class: 'mono', title: 'The beginning of the SHA-256 of the token' }, token.fingerprint),
      ` of ${token.clientId}`,
      element('progress', { 'aria-label': `Remaining lifetime of token ${token.fingerprint}` }),
      element('span', { class: 'note' }),
    ),
    element(
      'button',
      { type: 'button', 'aria-label': `Expire token ${token.fingerprint}`, click: () => attempt('expire-token', { fingerprint: token.fingerprint }) },
      'Expire',
    ),
  );
}

// ---- Controls

/** @param onChange updates the whole page */
export function startPanels(onChange) {
  refresh = onChange;
  const switches = byId('switches');
  for (const wanted of SWITCHES) {
    const add = wanted.lane === 'token' ? 'fail-next-tokens' : 'fail-next';
    switches.append(
      createSwitch(wanted, async (on) => {
        if (on) {
          await attempt(add, { count: ENDLESS, ...wanted.fault });
        } else {
          for (const { id } of wanted.found) {
            await attempt('remove-fault', { id });
          }
        }
      }),
    );
  }
  switches.append(createSwitch({ id: 'slow', label: 'Slow' }, (on) => attempt('latency', { milliseconds: on ? SLOW : 0 })));
  for (const button of document.querySelectorAll('[data-advance]')) {
    button.addEventListener('click', () => attempt('advance-clock', { seconds: Number(button.dataset.advance) }));
  }
  onSubmit('step-form', () => attempt('job-step', { milliseconds: Math.round(Number(byId('step').value) * 1000) }));
  onSubmit('fail-job-form', (form) => attempt('fail-next-job', { failure: form.get('failure'), reason: 'Requested on the page' }));
  onSubmit('fault-form', addFault);
  byId('clear-faults').addEventListener('click', () => attempt('clear-faults'));
  byId('expire-tokens').addEventListener('click', () => attempt('expire-tokens'));
  startReset();
}

function onSubmit(id, act) {
  const form = byId(id);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    act(new FormData(form));
  });
}

function addFault(form) {
  const answer = form.get('answer');
  const fault = { count: Number(form.get('count')) };
  const delay = Number(form.get('delay'));
  const prefix = form.get('prefix').trim();
  if (/^\d+$/.test(answer)) {
    fault.status = Number(answer);
  } else if (answer !== 'delay') {
    fault.connection = answer;
  }
  if (delay > 0 || answer === 'delay') {
    fault.delayMilliseconds = delay;
  }
  if (prefix) {
    fault.pathPrefix = prefix;
  }
  return attempt(form.get('lane'), fault);
}

/** Asks for confirmation in place, because a reset also removes data that somebody may need. */
function startReset() {
  const row = byId('reset-row');
  const ask = byId('reset');
  const back = (focus) => {
    row.replaceChildren(ask);
    if (focus) {
      ask.focus();
    }
  };
  ask.addEventListener('click', () => {
    const no = element('button', { type: 'button', click: () => back(true) }, 'No');
    row.replaceChildren(
      element('span', {}, 'Reset data, tokens, faults and clock?'),
      element('button', { type: 'button', class: 'danger', click: async () => { back(true); await attempt('reset'); } }, 'Yes, reset'),
      no,
    );
    no.focus();
  });
}
