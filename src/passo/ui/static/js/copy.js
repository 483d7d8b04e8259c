// Copies `data-text`, or the field that `for` names. It needs this script, so the page hides it.
const SAID_MS = 1500;

class Copy extends HTMLElement {
  #words = "";
  #timer = 0;

  connectedCallback() {
    if (!navigator.clipboard && !this.#field) return;
    this.hidden = false;
    this.#words = this.#label.textContent;
    this.setAttribute("aria-live", "polite");
    this.addEventListener("click", () => this.#copy());
  }

  disconnectedCallback() {
    clearTimeout(this.#timer);
  }

  get #field() {
    return document.getElementById(this.getAttribute("for"));
  }

  // An icon's words are for those who listen; a button of words has no span.
  get #label() {
    return this.querySelector("button span") ?? this.querySelector("button");
  }

  async #copy() {
    this.#field?.select();
    const text = this.dataset.text ?? this.#field.value;
    if (!(await this.#byClipboard(text)) && !document.execCommand("copy")) return;
    this.classList.add("is-done");
    this.#label.textContent = this.dataset.done;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#rest(), SAID_MS);
  }

  // Only an https page, or this very machine, has a clipboard.
  async #byClipboard(text) {
    return navigator.clipboard?.writeText(text).then(() => true, () => false) ?? false;
  }

  #rest() {
    this.classList.remove("is-done");
    this.#label.textContent = this.#words;
  }
}

customElements.define("passo-copy", Copy);
