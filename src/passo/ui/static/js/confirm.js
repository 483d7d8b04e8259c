// What cannot be undone waits until its word is typed. The server asks for the word as well.
class Confirm extends HTMLElement {
  connectedCallback() {
    this.addEventListener("input", () => this.#weigh());
    this.#weigh();
  }

  get #isTyped() {
    const typed = this.querySelector("input:not([type=hidden])")?.value ?? "";
    const plain = (words) => words.trim().replace(/\s+/g, " ").toLocaleLowerCase();
    return plain(typed) === plain(this.getAttribute("word") ?? "");
  }

  #weigh() {
    const button = this.querySelector("button:not([type=button]):not(passo-reveal button)");
    if (button) button.disabled = !this.#isTyped;
  }
}

customElements.define("passo-confirm", Confirm);
