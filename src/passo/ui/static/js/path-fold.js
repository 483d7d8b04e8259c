// On a narrow screen one stage stands open; the stones above the stages open the others.
const NARROW = "(max-width: 59.99rem)";

class PathFold extends HTMLElement {
  connectedCallback() {
    this.addEventListener("click", (event) => this.#open(event.target.closest("[data-opens]")));
    if (matchMedia(NARROW).matches) this.#fold();
  }

  #fold() {
    for (const stage of this.querySelectorAll(".stage:not([data-first])")) stage.open = false;
  }

  #open(stone) {
    if (stone) document.getElementById(stone.dataset.opens).open = true;
  }
}

customElements.define("passo-path-fold", PathFold);
