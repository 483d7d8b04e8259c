// “Move” on a card: the seven stages to choose from. Without this script it leads to their page.
class PathChoose extends HTMLElement {
  #card;
  #leaving;

  connectedCallback() {
    this.#leaving = new AbortController();
    const options = { signal: this.#leaving.signal };
    document.addEventListener("click", (event) => this.#click(event), options);
    this.#dialog.addEventListener("close", () => this.#choose(), options);
  }

  disconnectedCallback() {
    this.#leaving.abort();
  }

  get #dialog() {
    return this.querySelector("dialog");
  }

  #click(event) {
    const isForOtherTab = event.ctrlKey || event.metaKey || event.shiftKey;
    const link = event.target.closest?.("[data-moves]");
    if (!link || isForOtherTab) return;
    event.preventDefault();
    this.#card = link.closest(".card");
    this.querySelector("[data-name]").textContent = this.#card.querySelector("h3").textContent;
    this.#dialog.returnValue = "";
    this.#dialog.showModal();
  }

  #choose() {
    const detail = this.#dialog.returnValue;
    if (detail) this.#card.dispatchEvent(new CustomEvent("path:move", { bubbles: true, detail }));
  }
}

customElements.define("passo-path-choose", PathChoose);
