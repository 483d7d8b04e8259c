// Shows a password while it is typed. It leaves as a password again: no browser keeps it as text.
class Reveal extends HTMLElement {
  #field = null;
  #button = null;

  connectedCallback() {
    this.#field = this.querySelector("input");
    if (!this.#field || this.#button) return;
    this.#button = Object.assign(document.createElement("button"), {
      type: "button",
      className: "button button-quiet is-small",
    });
    this.#button.setAttribute("aria-controls", this.#field.id);
    this.#button.addEventListener("click", () => this.#show(this.#field.type === "password"));
    this.#field.form?.addEventListener("submit", () => this.#show(false));
    this.#show(false);
    this.append(this.#button);
  }

  #show(isShown) {
    this.#field.type = isShown ? "text" : "password";
    this.#button.textContent = isShown ? this.dataset.hide : this.dataset.show;
  }
}

customElements.define("passo-reveal", Reveal);
