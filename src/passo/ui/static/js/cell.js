// A value of the row being changed: ready at once; Escape leaves it as it was.
class Cell extends HTMLElement {
  #row;

  connectedCallback() {
    this.#row = this.closest("tr").id;
    this.querySelector("input:not([type=hidden])")?.select();
    this.addEventListener("keydown", ({ key }) => {
      if (key === "Escape") this.querySelector("[data-leave]").click();
    });
  }

  // The row that comes in its place has the keys again.
  disconnectedCallback() {
    const isFree = () => document.activeElement === document.body;
    const back = () => document.querySelector(`#${this.#row} [data-open]`)?.focus();
    setTimeout(() => isFree() && back());
  }
}

customElements.define("passo-cell", Cell);
