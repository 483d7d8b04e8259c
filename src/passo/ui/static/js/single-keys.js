// A switch for whoever speaks to the computer, or hits keys by chance: single keys do nothing then.
const KEPT_AS = "passo-single-keys";

class SingleKeys extends HTMLElement {
  connectedCallback() {
    const box = this.querySelector("input");
    box.checked = localStorage.getItem(KEPT_AS) !== "off";
    box.addEventListener("change", () => localStorage.setItem(KEPT_AS, box.checked ? "on" : "off"));
    this.hidden = false;
  }
}

customElements.define("passo-single-keys", SingleKeys);
