// A value that one presses to change it: the field is ready at once, Escape leaves it as it was.
class Edit extends HTMLElement {
  connectedCallback() {
    const details = this.querySelector("details");
    details?.addEventListener("toggle", () => details.open && this.#begin());
    this.addEventListener("keydown", (event) => event.key === "Escape" && this.#leave(details));
  }

  #begin() {
    const field = this.querySelector("input:not([type=hidden]), textarea, select");
    field?.focus();
    field?.select?.();
  }

  #leave(details) {
    if (!details?.open) return;
    this.querySelector("form")?.reset();
    details.open = false;
    details.querySelector("summary").focus();
  }
}

customElements.define("passo-edit", Edit);
