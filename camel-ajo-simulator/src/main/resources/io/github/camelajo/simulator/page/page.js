// Connects the parts of the page: the polling, the connection and the theme.

import { pollCalls, startCalls } from './calls.js';
import { Poller } from './client.js';
import { pollData, startData } from './data.js';
import { byId, timeOf, write } from './dom.js';
import { pollPanels, startPanels } from './panels.js';

const THEME = 'ajo-simulator-theme';

let lostAt = null;

function connected() {
  lostAt = null;
  byId('connection').className = 'pill good';
  write(byId('connection-text'), 'Connected');
}

function lost() {
  lostAt ??= Date.now();
  byId('connection').className = 'pill bad';
  const text = `Not connected since ${timeOf(lostAt)}`;
  write(byId('connection-text'), text);
  write(byId('announcer'), text);
}

function startTheme() {
  const select = byId('theme');
  const apply = (theme) => {
    document.documentElement.dataset.theme = theme;
    select.value = theme;
  };
  let kept = 'system';
  try {
    kept = localStorage.getItem(THEME) ?? kept;
  } catch {
    // A browser that stores nothing uses the theme of the system.
  }
  apply(['light', 'dark'].includes(kept) ? kept : 'system');
  select.addEventListener('change', () => {
    apply(select.value);
    try {
      localStorage.setItem(THEME, select.value);
    } catch {
      // The choice then lasts until the page is closed.
    }
  });
}

function showFirstSteps() {
  write(
    byId('first-steps'),
    [
      `camel.component.ajo.base-url = ${location.origin}`,
      `camel.component.ajo.token-endpoint = ${location.origin}/ims/token/v3`,
      `camel.component.ajo.event-url = ${location.origin}`,
    ].join('\n'),
  );
}

startTheme();
startCalls();
showFirstSteps();
const calls = new Poller(
  async () => {
    const more = await pollCalls();
    connected();
    return more;
  },
  1_000,
  lost,
);
const panels = new Poller(pollPanels, 2_000);
const data = new Poller(pollData, 5_000);
const refresh = () => Promise.all([calls.now(), panels.now(), data.now()]);
startPanels(refresh);
startData(refresh);
await refresh();
document.body.dataset.ready = 'true';
