// Creates elements. Text only becomes text nodes, so that nothing from an application can become markup.

export const byId = (id) => document.getElementById(id);

/** @param attributes values by name; null and false omit the attribute, a function listens to the event of that name */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') {
      made.addEventListener(name, value);
    } else if (value !== null && value !== undefined && value !== false) {
      made.setAttribute(name, value === true ? '' : String(value));
    }
  }
  made.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
  return made;
}

/** Sets a text only if it differs, so that nothing is drawn or read out again without need. */
export function write(target, text) {
  if (target.textContent !== text) {
    target.textContent = text;
  }
}

/** Updates the children of a list to match the items. An item keeps its element by its key, so that the focus stays. */
export function reconcile(list, items, keyOf, create, update) {
  const present = new Map([...list.children].map((child) => [child.dataset.key, child]));
  let place = list.firstElementChild;
  for (const item of items) {
    const key = String(keyOf(item));
    let child = present.get(key);
    if (child) {
      present.delete(key);
    } else {
      child = create(item);
      child.dataset.key = key;
    }
    update(child, item);
    if (child === place) {
      place = place.nextElementSibling;
    } else {
      list.insertBefore(child, place);
    }
  }
  const focused = document.activeElement;
  for (const child of present.values()) {
    const next = child.contains(focused) ? (child.nextElementSibling ?? child.previousElementSibling) : null;
    child.remove();
    next?.querySelector('button, summary')?.focus();
  }
}

const twoDigits = (number) => String(number).padStart(2, '0');

/** Returns a time such as 14:03:07, with milliseconds on request. */
export function timeOf(instant, milliseconds = false) {
  const date = new Date(instant);
  const seconds = [date.getHours(), date.getMinutes(), date.getSeconds()].map(twoDigits).join(':');
  return milliseconds ? `${seconds}.${String(date.getMilliseconds()).padStart(3, '0')}` : seconds;
}

export function dateOf(instant) {
  const date = new Date(instant);
  return `${date.getFullYear()}-${twoDigits(date.getMonth() + 1)}-${twoDigits(date.getDate())}`;
}

/** Returns the two largest units of a time span, such as 23 h 59 min. */
export function span(milliseconds) {
  let rest = Math.max(0, Math.floor(milliseconds / 1000));
  const parts = [];
  for (const [seconds, unit] of [[86400, 'd'], [3600, 'h'], [60, 'min'], [1, 's']]) {
    const count = Math.floor(rest / seconds);
    rest -= count * seconds;
    if (count > 0 || (unit === 's' && parts.length === 0)) {
      parts.push(`${count} ${unit}`);
    }
  }
  return parts.slice(0, 2).join(' ');
}

export function duration(milliseconds) {
  if (milliseconds >= 1000) {
    return `${(milliseconds / 1000).toFixed(2)} s`;
  }
  return `${milliseconds < 10 ? milliseconds.toFixed(1) : Math.round(milliseconds)} ms`;
}

/** Returns JSON on several lines, and any other text unchanged. */
export function pretty(text) {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

/** @return whether the text was copied; without HTTPS a browser can only copy a selection */
export async function copy(text, shown) {
  if (navigator.clipboard) {
    await navigator.clipboard.writeText(text);
    return true;
  }
  getSelection().selectAllChildren(shown);
  return document.execCommand('copy');
}
