// What has just happened, said for a moment. What can be taken back stays a little longer.
const SHORT_MS = 8000;
const LONG_MS = 12000;
const BEFORE_SAYING_MS = 100;

class Toasts extends HTMLElement {
  #timers = [];
  #leaving;
  #watch = new MutationObserver(() => this.#count());

  connectedCallback() {
    this.#leaving = new AbortController();
    const options = { signal: this.#leaving.signal };
    for (const name of ["pointerover", "focusin", "pointerout", "focusout"]) {
      this.addEventListener(name, () => this.#count(), options);
    }
    document.addEventListener("keydown", (event) => this.#escape(event), options);
    this.#watch.observe(this, { childList: true });
    this.#sayAgain();
  }

  disconnectedCallback() {
    this.#leaving.abort();
    this.#watch.disconnect();
  }

  say(words) {
    if ([...this.children].some((toast) => toast.textContent.trim() === words)) return;
    const toast = Object.assign(document.createElement("div"), { className: "toast" });
    toast.dataset.tone = "stop";
    toast.append(words);
    this.append(toast);
  }

  // A screen reader reads what comes into a live region, not what stood there at the start.
  #sayAgain() {
    const said = [...this.children];
    setTimeout(() => this.append(...said), BEFORE_SAYING_MS);
  }

  #count() {
    this.#rest();
    if (this.matches(":hover, :focus-within")) return;
    for (const toast of this.children) {
      const patience = toast.querySelector("form, a") ? LONG_MS : SHORT_MS;
      this.#timers.push(setTimeout(() => toast.remove(), patience));
    }
  }

  #rest() {
    for (const timer of this.#timers.splice(0)) clearTimeout(timer);
  }

  #escape(event) {
    if (event.key !== "Escape" || document.querySelector("dialog[open]")) return;
    this.lastElementChild?.remove();
  }
}

customElements.define("passo-toasts", Toasts);
