// A number or address for elsewhere. Where copying is not allowed, there is no button.
const SAID_MS = 1500;

class Copy extends HTMLElement {
  connectedCallback() {
    if (!navigator.clipboard) return;
    this.hidden = false;
    this.addEventListener("click", () => this.#copy());
  }

  async #copy() {
    await navigator.clipboard.writeText(this.dataset.text);
    this.classList.add("is-done");
    this.setAttribute("role", "status");
    this.title = this.dataset.done;
    setTimeout(() => this.#rest(), SAID_MS);
  }

  #rest() {
    this.classList.remove("is-done");
    this.removeAttribute("title");
  }
}

customElements.define("passo-copy", Copy);
