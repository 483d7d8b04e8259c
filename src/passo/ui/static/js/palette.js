// Find, over any page: a field and a list of links. Arrows walk the list, Enter goes to the first.
class Palette extends HTMLElement {
  #shown;
  #next;

  constructor() {
    super();
    this.addEventListener("keydown", (event) => this.#walk(event));
    this.addEventListener("submit", (event) => this.#go(event));
    this.addEventListener("htmx:afterSwap", (event) => this.#tell(event.detail));
    this.addEventListener("htmx:sendError", () => this.querySelector("dialog").close());
  }

  get #field() {
    return this.querySelector("input[name=q]");
  }

  open() {
    if (document.querySelector("dialog[open]")) return;
    this.querySelector("dialog").showModal();
    this.#field.select();
    this.#field.dispatchEvent(new Event("find"));
  }

  // Who types faster than the answer comes means the answer, not the list of before.
  #once(deed) {
    const isShown = this.#shown === this.#field.value;
    this.#next = isShown ? null : deed;
    if (isShown) deed();
  }

  #walk(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    this.#once(() => {
      const stops = [this.#field, ...this.querySelectorAll("li a")];
      stops.at((stops.indexOf(document.activeElement) + step) % stops.length).focus();
    });
  }

  #go(event) {
    event.preventDefault();
    this.#once(() => this.querySelector("li a")?.click());
  }

  // Where Enter would lead, for who does not see the list; or that nothing was found.
  #tell({ requestConfig }) {
    const row = this.querySelector("li")?.textContent ?? "";
    this.querySelector("[role=status]").textContent = row.replace(/\s+/g, " ").trim();
    this.#shown = requestConfig.parameters.q;
    if (this.#next) this.#once(this.#next);
  }
}

customElements.define("passo-palette", Palette);
