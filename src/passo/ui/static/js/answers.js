// Buttons with a key of their own, such as 1, 2 and 3. The key rests while somebody types.
const FIELDS = "input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]";

class Answers extends HTMLElement {
  #leaving;

  connectedCallback() {
    this.#leaving = new AbortController();
    document.addEventListener("keydown", (event) => this.#answer(event), this.#leaving);
  }

  disconnectedCallback() {
    this.#leaving.abort();
  }

  #answer(event) {
    const isCommand = event.ctrlKey || event.metaKey || event.altKey || event.repeat;
    const isTyping = event.target.closest?.(FIELDS) || document.querySelector("dialog[open]");
    if (isCommand || isTyping || localStorage.getItem("passo-single-keys") === "off") return;
    const button = this.querySelector(`button[data-key="${CSS.escape(event.key)}"]`);
    if (!button) return;
    event.preventDefault();
    button.click();
  }
}

customElements.define("passo-answers", Answers);
