// The data of the simulator: show, add, change and remove entries.

import { change, read } from './client.js';
import { byId, element, reconcile, write } from './dom.js';

/** The number of entries that are shown of a kind in each sandbox at first, and how many more each time. */
const ENTRIES = 20;
const MORE = 100;
const ORGANIZATION = 'organization';

let refresh = () => {};
/** The actions of the open dialogs. */
let save = async () => {};
let confirmed = async () => {};

export async function pollData() {
  const { kinds } = await read('data');
  reconcile(byId('data'), kinds, ({ kind }) => kind, createKind, (row, { count }) => {
    write(row.querySelector('.counts'), Object.entries(count).map(([where, entries]) => `${where} ${entries}`).join(', '));
    const entries = Object.values(count).reduce((sum, some) => sum + some, 0);
    row.querySelector('.empty-kind').disabled = entries === 0;
    row.count = count;
  });
  for (const row of byId('data').children) {
    if (row.querySelector('details').open) {
      await showEntries(row);
    }
  }
}

const parametersOf = (place) => (place === ORGANIZATION ? {} : { sandbox: place });
const addressOf = (kind, id) => `data/${kind}/${encodeURIComponent(id)}`;
const inWords = (place) => (place === ORGANIZATION ? '' : ` in ${place}`);

/** The newest entries come first, because somebody has created them. */
async function showEntries(row) {
  const { kind, places, writable, limit } = row;
  const entries = [];
  for (const place of places) {
    const skip = Math.max(0, row.count[place] - limit);
    const found = await read(`data/${kind}`, { skip, limit, ...parametersOf(place) });
    entries.push(...found.entries.reverse().map((entry) => ({ ...entry, place, kind, writable })));
  }
  reconcile(row.querySelector('.entries'), entries, ({ place, id }) => `${place} ${id}`, createEntry, (child, { value }) => {
    write(child.querySelector('pre'), JSON.stringify(value, null, 2));
  });
  row.querySelector('.none').hidden = entries.length > 0;
  row.querySelector('.more').hidden = places.every((place) => row.count[place] <= limit);
}

function createKind({ kind, about, count, writable }) {
  const places = Object.keys(count);
  const more = () => {
    row.limit += MORE;
    showEntries(row).catch(() => {});
  };
  const row = element(
    'li',
    {},
    element(
      'details',
      { class: 'grow', toggle: (event) => event.target.open && showEntries(row).catch(() => {}) },
      element('summary', {}, element('b', {}, kind), ' ', element('span', { class: 'note counts' })),
      element('p', { class: 'note' }, about),
      element('p', { class: 'note none', hidden: true }, 'No entries'),
      element('ul', { class: 'list entries' }),
      element(
        'div',
        { class: 'row' },
        writable && element('button', { type: 'button', 'aria-label': `Add an entry of ${kind}`, click: () => edit({ kind, places }) }, 'Add'),
        element('button', { type: 'button', class: 'danger empty-kind', 'aria-label': `Remove all of ${kind}`, click: () => empty(kind, places) }, 'Remove all'),
        element('button', { type: 'button', class: 'more', hidden: true, 'aria-label': `Show more of ${kind}`, click: more }, 'Show more'),
      ),
    ),
  );
  return Object.assign(row, { kind, places, writable, count, limit: ENTRIES });
}

function createEntry({ kind, id, place, writable }) {
  const name = `${kind} ${id}${inWords(place)}`;
  const made = element(
    'li',
    {},
    element(
      'details',
      { class: 'grow' },
      element('summary', {}, element('span', { class: 'mono' }, id), element('span', { class: 'note' }, inWords(place))),
      element('pre', { tabindex: 0, role: 'group', 'aria-label': name }),
      writable &&
        element(
          'div',
          { class: 'row' },
          element(
            'button',
            { type: 'button', 'aria-label': `Change ${name}`, click: () => edit({ kind, places: [place], id, text: made.querySelector('pre').textContent }) },
            'Change',
          ),
          element(
            'button',
            {
              type: 'button',
              class: 'danger',
              'aria-label': `Remove ${name}`,
              click: () => ask(`Remove ${name}?`, () => change('DELETE', addressOf(kind, id), parametersOf(place))),
            },
            'Remove',
          ),
        ),
    ),
  );
  return made;
}

// ---- Dialogs

/** Opens the dialog for an entry. @param id and text are those of an existing entry */
function edit({ kind, places, id, text }) {
  const isNew = id === undefined;
  write(byId('entry-title'), isNew ? `Add an entry of ${kind}` : `Change ${kind} ${id}`);
  const name = byId('entry-id');
  name.value = id ?? '';
  name.readOnly = !isNew;
  const sandbox = byId('entry-sandbox');
  sandbox.replaceChildren(...places.map((place) => element('option', { value: place }, place)));
  sandbox.value = places.includes('dev') ? 'dev' : places[0];
  byId('entry-sandbox-row').hidden = places[0] === ORGANIZATION;
  byId('entry-text').value = text ?? '{}';
  tellProblem('');
  save = () => change('PUT', addressOf(kind, name.value), parametersOf(sandbox.value), byId('entry-text').value);
  byId('entry').showModal();
  byId('entry-text').setSelectionRange(0, 0);
  byId('entry-text').scrollTop = 0;
  (isNew ? name : byId('entry-text')).focus();
}

function tellProblem(text) {
  write(byId('entry-problem'), text);
  byId('entry-problem').hidden = !text;
  byId('entry-text').setAttribute('aria-invalid', String(Boolean(text)));
}

function empty(kind, places) {
  const where = places[0] === ORGANIZATION ? '' : ` in ${places.join(' and ')}`;
  ask(`Remove all entries of ${kind}${where}?`, async () => {
    for (const place of places) {
      await change('DELETE', `data/${kind}`, parametersOf(place));
    }
  });
}

function ask(question, yes) {
  write(byId('question-text'), question);
  write(byId('question-problem'), '');
  byId('question-problem').hidden = true;
  confirmed = yes;
  byId('question').showModal();
  byId('question-no').focus();
}

/** @param onChange updates the whole page */
export function startData(onChange) {
  refresh = onChange;
  byId('entry-form').addEventListener('submit', async (event) => {
    event.preventDefault();
    try {
      await save();
      byId('entry').close();
      refresh();
    } catch (failure) {
      tellProblem(failure.message);
    }
  });
  byId('entry-cancel').addEventListener('click', () => byId('entry').close());
  byId('question-no').addEventListener('click', () => byId('question').close());
  byId('question-yes').addEventListener('click', async () => {
    try {
      await confirmed();
      byId('question').close();
      refresh();
    } catch (failure) {
      byId('question-problem').hidden = false;
      write(byId('question-problem'), failure.message);
    }
  });
}
