// Cards carried to another stage by the mouse; other ways of moving say path:move.
const NARROW = "(max-width: 59.99rem)";

class Path extends HTMLElement {
  #carried;

  connectedCallback() {
    if (matchMedia(NARROW).matches) this.#fold();
    this.addEventListener("click", (event) => this.#open(event));
    if (!("mayMove" in this.dataset)) return;
    this.addEventListener("dragstart", (event) => this.#take(event));
    this.addEventListener("dragover", (event) => this.#over(event));
    this.addEventListener("drop", (event) => this.#drop(event));
    this.addEventListener("dragend", () => this.#light());
    this.addEventListener("path:move", ({ target, detail }) => this.#put(target, detail));
  }

  #fold() {
    for (const stage of this.querySelectorAll(".stage:not([data-first])")) stage.open = false;
  }

  #open(event) {
    const stone = event.target.closest("[data-opens]");
    if (stone) document.getElementById(stone.dataset.opens).open = true;
  }

  #take(event) {
    this.#carried = event.target.closest(".card");
    event.dataTransfer.setData("text/plain", this.#carried?.textContent ?? "");
  }

  #light(stage) {
    const stages = this.querySelectorAll(".stage");
    for (const one of stages) one.classList.toggle("is-goal", one === stage);
  }

  #over(event) {
    const stage = event.target.closest?.(".stage");
    this.#light(stage);
    if (this.#carried && stage) event.preventDefault();
  }

  #drop(event) {
    event.preventDefault();
    this.#put(this.#carried, event.target.closest(".stage").dataset.stage);
  }

  #put(card, stage) {
    this.#light();
    if (!card || card.closest(".stage")?.dataset.stage === stage) return;
    const values = { stage, show: this.dataset.show };
    const how = { source: "#path", target: "#path", values };
    htmx.ajax("POST", card.dataset.move, how).then(() => {
      if (matchMedia(NARROW).matches) this.#fold();
      document.querySelector(`#${card.id} h3 a`)?.focus();
    });
  }
}

customElements.define("passo-path", Path);
