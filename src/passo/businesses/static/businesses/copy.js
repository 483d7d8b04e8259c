// Copies the field that `for` names. The button is hidden in the page, for it needs this script.
const SAID_MS = 3000;

class Copy extends HTMLElement {
  #words = "";
  #timer = 0;

  connectedCallback() {
    const button = this.querySelector("button");
    this.#words = button.textContent;
    button.hidden = false;
    this.setAttribute("aria-live", "polite");
    button.addEventListener("click", () => this.#copy(button));
  }

  disconnectedCallback() {
    clearTimeout(this.#timer);
  }

  async #copy(button) {
    const field = document.getElementById(this.getAttribute("for"));
    field.select();
    if (!(await this.#byClipboard(field.value)) && !document.execCommand("copy")) return;
    button.textContent = this.dataset.said;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => { button.textContent = this.#words; }, SAID_MS);
  }

  // Only an https page, or this very machine, has a clipboard.
  async #byClipboard(text) {
    return navigator.clipboard?.writeText(text).then(() => true, () => false) ?? false;
  }
}

customElements.define("passo-copy", Copy);
