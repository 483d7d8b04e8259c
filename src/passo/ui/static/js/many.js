// Several rows selected: how many, a whole range with Shift, and what can be done with them.
// A row that comes anew stays selected; a page that one goes back to has its boxes ticked late.

class Many extends HTMLElement {
  #leaving;
  #last;
  #ticked = [];

  connectedCallback() {
    this.#leaving = new AbortController();
    const options = { signal: this.#leaving.signal };
    document.addEventListener("click", (event) => this.#click(event), options);
    document.addEventListener("change", () => this.#count(), options);
    document.addEventListener("htmx:beforeSwap", () => (this.#ticked = this.#chosen), options);
    document.addEventListener("htmx:load", () => this.#tick(), options);
    window.addEventListener("pageshow", () => this.#count(), options);
    document.querySelector("[data-all-here]")?.removeAttribute("hidden");
    if (matchMedia("(max-width: 47.99rem)").matches) this.querySelector("details").open = false;
    this.#count();
  }

  disconnectedCallback() {
    this.#leaving.abort();
  }

  get #boxes() {
    return [...document.querySelectorAll("input[name=id][form=many]")];
  }

  get #chosen() {
    return this.#boxes.filter((box) => box.checked).map((box) => box.value);
  }

  #tick() {
    this.#select(this.#boxes.filter((box) => this.#ticked.includes(box.value)), true);
  }

  #click({ target, shiftKey }) {
    if (target.matches?.("[data-all-here]")) this.#select(this.#boxes, target.checked);
    if (!target.matches?.("input[name=id][form=many]")) return;
    const boxes = this.#boxes;
    const ends = [boxes.indexOf(this.#last), boxes.indexOf(target)].sort((a, b) => a - b);
    if (shiftKey && ends[0] >= 0) this.#select(boxes.slice(ends[0], ends[1] + 1), target.checked);
    this.#last = target;
  }

  #select(boxes, isChecked) {
    for (const box of boxes) box.checked = isChecked;
    this.#count();
  }

  #count() {
    const count = this.#chosen.length;
    const everybody = this.querySelector("input[name=everybody]");
    this.querySelector("[data-count]").textContent = count;
    this.querySelector("form").hidden = count === 0 && !everybody?.checked;
  }
}

customElements.define("passo-many", Many);
