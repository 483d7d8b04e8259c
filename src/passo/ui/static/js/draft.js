// The words to send: links to mail program and messenger carry what stands in the fields now.
class Draft extends HTMLElement {
  connectedCallback() {
    this.addEventListener("input", () => this.#carry());
  }

  #carry() {
    for (const link of this.querySelectorAll("[data-mail]")) {
      const text = this.#text("mail").replace(/\r?\n/g, "\r\n");
      link.href = this.#with(link, { subject: this.#text("subject"), body: text });
    }
    for (const link of this.querySelectorAll("[data-message]")) {
      link.href = this.#with(link, { text: this.#text("message") });
    }
  }

  #text(name) {
    return this.querySelector(`[name=${name}]`)?.value ?? "";
  }

  #with(link, values) {
    const told = ([name, text]) => `${name}=${encodeURIComponent(text)}`;
    const said = Object.entries(values).map(told);
    return `${link.href.split("?")[0]}?${said.join("&")}`;
  }
}

customElements.define("passo-draft", Draft);
