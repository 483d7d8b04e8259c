// Find, over any page: a field and a list of links. Arrows walk the list, Enter goes to the first.
class Palette extends HTMLElement {
  #leaving;

  get #field() {
    return this.querySelector("input[name=q]");
  }

  connectedCallback() {
    this.#leaving = new AbortController();
    const options = { signal: this.#leaving.signal };
    document.addEventListener("click", (event) => this.#press(event), options);
    this.addEventListener("keydown", (event) => this.#walk(event), options);
    this.addEventListener("submit", (event) => this.#go(event), options);
    this.addEventListener("htmx:afterSwap", () => this.#tell(), options);
  }

  disconnectedCallback() {
    this.#leaving.abort();
  }

  open() {
    if (document.querySelector("dialog[open]")) return;
    this.querySelector("dialog").showModal();
    this.#field.select();
    this.#field.dispatchEvent(new Event("find", { bubbles: true }));
  }

  #press(event) {
    const wantsOtherTab = event.ctrlKey || event.metaKey || event.shiftKey;
    if (wantsOtherTab || !event.target.closest?.("a[data-palette]")) return;
    event.preventDefault();
    this.open();
  }

  #walk(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const stops = [this.#field, ...this.querySelectorAll("li a[href]")];
    const next = stops.indexOf(document.activeElement) + step;
    stops.at(next % stops.length).focus();
  }

  #go(event) {
    event.preventDefault();
    this.querySelector("li a[href]")?.click();
  }

  // Where Enter would lead, for who does not see the list; or that nothing was found.
  #tell() {
    const row = this.querySelector("li")?.textContent ?? "";
    this.querySelector("[role=status]").textContent = row.replace(/\s+/g, " ").trim();
  }
}

customElements.define("passo-palette", Palette);
