// What a person does in Kaoto's editor, and what the editor then shows.

const MINUTE = 60_000;

export class EditorPage {
  #page;
  #base;

  constructor(page, base) {
    this.#page = page;
    this.#base = base;
    page.setDefaultTimeout(MINUTE / 2);
  }

  get page() {
    return this.#page;
  }

  async open(file) {
    const query = new URLSearchParams({ catalog: `${this.#base}/catalog/index.json`, file });
    await this.#page.goto(`${this.#base}/?${query}`, { timeout: MINUTE });
    await this.#page.locator('body[data-opened]').waitFor({ timeout: 2 * MINUTE });
    await this.#showAllFlows();
    await this.#atRest();
  }

  /** A file with several routes opens with the first one shown. */
  async #showAllFlows() {
    const count = await this.#page.getByTestId('flows-list-route-count').innerText();
    const [shown, all] = count.split('/').map(Number);
    if (shown < all) {
      await this.#page.getByTestId('flows-list-dropdown').click();
      await this.#page.getByTestId('toggle-btn-all-flows').click();
      await this.#page.getByTestId('flows-list-dropdown').click();
    }
  }

  /** @return the name of the catalog that was chosen */
  async chooseCamel(runtime, name) {
    const selector = this.#page.getByTestId('runtime-selector-list-dropdown');
    await selector.click();
    await this.#page.getByTestId(`runtime-selector-${runtime}`).hover();
    const item = this.#page.getByRole('menuitem', { name });
    const chosen = await item.innerText();
    await item.click();
    await selector.getByText(chosen, { exact: true }).waitFor();
    await this.#atRest();
    return chosen;
  }

  async drawFromLeftToRight() {
    await this.#page.getByRole('button', { name: 'Horizontal Layout' }).click();
    await this.#atRest();
    await this.fit();
  }

  async fit() {
    await this.#page.getByRole('button', { name: 'Reset View' }).click();
    await this.#atRest();
  }

  /** The canvas moves for a moment after each change. */
  async #atRest() {
    await this.#page.locator('.custom-node').first().waitFor();
    await this.#settled('.custom-node');
  }

  /** Waits until all that a selector finds has stayed where it is, and as it is, for some frames. */
  #settled(selector) {
    return this.#page.evaluate(async (css) => {
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      const look = (element) => [element.getBoundingClientRect(), element.textContent];
      let last;
      for (let same = 0; same < 30; ) {
        await frame();
        const now = JSON.stringify([...document.querySelectorAll(css)].map(look));
        same = now === last ? same + 1 : 0;
        last = now;
      }
    }, selector);
  }

  step(label) {
    return this.#page.locator('.custom-node').filter({ has: this.#page.getByText(label, { exact: true }) });
  }

  async openForm(label) {
    await this.step(label).click();
    await this.#page.getByTestId('close-side-bar').waitFor();
    await this.#atRest();
  }

  async openCatalog() {
    await this.#page.getByRole('button', { name: 'Open Catalog' }).click();
    await this.#page.getByRole('dialog').waitFor();
  }

  async appendAfter(label) {
    await this.step(label).click({ button: 'right' });
    await this.#page.getByRole('menuitem', { name: 'Append' }).click();
    await this.#page.getByRole('dialog').waitFor();
  }

  async searchCatalog(text, { kamelets, components }) {
    const dialog = this.#page.getByRole('dialog');
    await dialog.getByRole('textbox').first().fill(text);
    // Both kinds are shown at first; a button takes its kind away.
    if (!kamelets) {
      await dialog.getByTestId('kamelet-catalog-tab').getByRole('button').click();
    }
    if (!components) {
      await dialog.getByTestId('component-catalog-tab').getByRole('button').click();
    }
    await this.#settled('[role="dialog"] [id]');
    return dialog
      .locator('[data-testid^="tile-"]:not([data-testid^="tile-header-"])')
      .evaluateAll((tiles) => tiles.map((tile) => tile.dataset.testid.slice('tile-'.length)));
  }

  async chooseTile(name) {
    await this.#page.getByTestId(`tile-${name}`).click();
    await this.#page.getByRole('dialog').waitFor({ state: 'hidden' });
    await this.#atRest();
  }

  #list(option) {
    return this.#page.getByTestId(`#.parameters.${option}__field-wrapper`);
  }

  /** Opens the list of an option in the form. */
  async choices(option) {
    // To the top, so that the list opens below the name of the option.
    await this.#list(option).evaluate((field) => field.scrollIntoView({ block: 'start' }));
    await this.#list(option).getByRole('button').last().click();
    await this.#page.getByRole('option').first().waitFor();
    return this.#page.getByRole('option').allInnerTexts();
  }

  /** Takes a value from the list that is open. */
  async choose(option, value) {
    await this.#page.getByRole('option', { name: `option ${value}`, exact: true }).click();
    await this.#page.getByRole('option').first().waitFor({ state: 'hidden' });
    await this.#atRest();
  }

  labelOfStepWithWarning() {
    return this.#page.locator('.custom-node[data-warning="true"]').getAttribute('data-nodelabel');
  }

  /** What the editor writes beside steps it has something to say about. */
  warnings() {
    return this.#page.evaluate(() =>
      [...document.querySelectorAll('span[data-warning="true"]')].map((element) => element.title),
    );
  }

  host() {
    return this.#page.evaluate(() => window.kaotoHost);
  }

  /** The part of the canvas that has something on it. */
  drawing(margin = 16) {
    return this.#page.evaluate((space) => {
      const boxes = [...document.querySelectorAll('[data-kind="node"], [data-kind="edge"]')]
        .map((element) => element.getBoundingClientRect())
        .filter(({ width, height }) => width > 0 && height > 0);
      const left = Math.min(...boxes.map((box) => box.left)) - space;
      const top = Math.min(...boxes.map((box) => box.top)) - space;
      const right = Math.max(...boxes.map((box) => box.right)) + space;
      const bottom = Math.max(...boxes.map((box) => box.bottom)) + space;
      return { x: left, y: top, width: right - left, height: bottom - top };
    }, margin);
  }
}
