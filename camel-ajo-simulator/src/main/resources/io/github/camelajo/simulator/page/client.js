// Makes the admin calls of the simulator. Polls one call at a time, and more slowly while the page is hidden.

const ADMIN = '/__admin/ajo/';
const TIMEOUT = 10_000;
const SLOWEST = 10_000;

export class Refused extends Error {}

async function answerOf(response) {
  const body = await response.json().catch(() => ({}));
  if (!response.ok) {
    throw new Refused(body.error ?? `The simulator answered ${response.status}`);
  }
  return body;
}

const addressOf = (call, parameters) => {
  const query = new URLSearchParams(parameters).toString();
  return `${ADMIN}${call}${query && `?${query}`}`;
};

export async function read(call, parameters = {}) {
  return answerOf(await fetch(addressOf(call, parameters), { cache: 'no-store', signal: AbortSignal.timeout(TIMEOUT) }));
}

/** @param text the body as typed; the simulator reports its mistakes */
export async function change(method, call, parameters, text) {
  return answerOf(
    await fetch(addressOf(call, parameters), {
      method,
      headers: { 'Content-Type': 'application/json' },
      body: text,
      signal: AbortSignal.timeout(TIMEOUT),
    }),
  );
}

export async function act(call, body = {}) {
  return change('POST', call, {}, JSON.stringify(body));
}

/** Repeats a task, one run at a time. */
export class Poller {
  #task;
  #every;
  #failed;
  #pause;
  #timer;
  #busy = false;
  #again = false;

  /**
   * @param task   returns whether it should run again at once
   * @param every  milliseconds between two runs
   * @param failed is called with each failure
   */
  constructor(task, every, failed = () => {}) {
    this.#task = task;
    this.#every = every;
    this.#pause = every;
    this.#failed = failed;
    document.addEventListener('visibilitychange', () => !document.hidden && this.now());
  }

  async now() {
    if (this.#busy) {
      this.#again = true;
      return;
    }
    clearTimeout(this.#timer);
    this.#busy = true;
    this.#again = false;
    try {
      this.#again = (await this.#task()) === true || this.#again;
      this.#pause = this.#every;
    } catch (failure) {
      this.#again = false;
      this.#pause = Math.min(this.#pause * 2, SLOWEST);
      this.#failed(failure);
    }
    this.#busy = false;
    const wait = document.hidden ? Math.max(SLOWEST, this.#pause) : this.#pause;
    this.#timer = setTimeout(() => this.now(), this.#again ? 0 : wait);
  }
}
