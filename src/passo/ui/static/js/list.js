// A list walked by keys: j and k go from row to row, x selects, e changes, / goes to the search.
// The name of the row holds the focus, so Enter opens it by itself.
const FIELDS = "input:not([type=checkbox]), textarea, select, [contenteditable]";

class List extends HTMLElement {
  #leaving;
  #deeds = {
    j: () => this.#step(1),
    k: () => this.#step(-1),
    x: () => this.#row?.querySelector("input[name=id]")?.click(),
    e: () => this.#row?.querySelector("[data-edits=name]")?.click(),
    "/": () => document.querySelector("#list-words")?.select(),
  };

  connectedCallback() {
    this.#leaving = new AbortController();
    const options = { signal: this.#leaving.signal, capture: true };
    document.addEventListener("keydown", (event) => this.#press(event), options);
  }

  disconnectedCallback() {
    this.#leaving.abort();
  }

  get #row() {
    return document.activeElement?.closest("passo-list tbody tr");
  }

  #step(by) {
    const links = [...this.querySelectorAll("[data-open]")];
    const now = links.findIndex((link) => link.closest("tr") === this.#row);
    links[Math.min(links.length - 1, Math.max(0, now + by))]?.focus();
  }

  #press(event) {
    const isCommand = event.ctrlKey || event.metaKey || event.altKey;
    const isTyping = event.target.closest?.(FIELDS) || document.querySelector("dialog[open]");
    if (isCommand || isTyping || localStorage.getItem("passo-single-keys") === "off") return;
    const deed = this.#deeds[event.key];
    if (!deed) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    deed();
  }
}

customElements.define("passo-list", List);
