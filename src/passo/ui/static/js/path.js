// Cards carried to another stage by the mouse; other ways of moving say path:move.
class Path extends HTMLElement {
  #carried;

  connectedCallback() {
    if (!("mayMove" in this.dataset)) return;
    this.addEventListener("dragstart", (event) => this.#take(event));
    this.addEventListener("dragover", (event) => this.#over(event));
    this.addEventListener("drop", (event) => this.#drop(event));
    this.addEventListener("dragend", () => this.#leave());
    this.addEventListener("path:move", ({ target, detail }) => this.#put(target, detail));
  }

  #take(event) {
    this.#carried = event.target.closest(".card");
    event.dataTransfer.setData("text/plain", this.#carried?.textContent ?? "");
  }

  #leave() {
    this.#carried = undefined;
    this.#light();
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
    this.#leave();
    if (!card || card.closest(".stage")?.dataset.stage === stage) return;
    const values = { stage, show: this.dataset.show };
    const how = { source: "#path", target: "#path", values };
    htmx.ajax("POST", card.dataset.move, how).then(() => {
      const moved = document.getElementById(card.id);
      if (moved) moved.closest(".stage").open = true;
      moved?.querySelector("h3 a").focus();
    });
  }
}

customElements.define("passo-path", Path);
