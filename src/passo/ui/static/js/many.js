// Several rows selected: how many, a whole range with Shift, and what can be done with them.
const NARROW = "(max-width: 47.99rem)";

class Many extends HTMLElement {
  #leaving;
  #last;

  connectedCallback() {
    this.#leaving = new AbortController();
    const options = { signal: this.#leaving.signal };
    document.addEventListener("click", (event) => this.#click(event), options);
    document.addEventListener("change", () => this.#count(), options);
    const all = document.querySelector("[data-all-here]");
    if (all) all.hidden = false;
    if (matchMedia(NARROW).matches) this.querySelector("details").open = false;
    this.#count();
  }

  disconnectedCallback() {
    this.#leaving.abort();
  }

  get #boxes() {
    return [...document.querySelectorAll("input[name=id][form=many]")];
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
    const count = this.#boxes.filter((box) => box.checked).length;
    const everybody = this.querySelector("input[name=everybody]");
    this.querySelector("[data-count]").textContent = count;
    this.querySelector("form").hidden = count === 0 && !everybody?.checked;
  }
}

customElements.define("passo-many", Many);
