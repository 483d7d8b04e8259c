// The path walked by keys: arrows go from card to card, with Shift they take the card along.
const WAYS = { ArrowLeft: -1, ArrowRight: 1 };

class PathKeys extends HTMLElement {
  connectedCallback() {
    this.addEventListener("keydown", (event) => this.#press(event));
  }

  #press(event) {
    const card = event.target.closest(".card");
    const isCommand = event.ctrlKey || event.metaKey || event.altKey;
    if (!card || isCommand || !event.key.startsWith("Arrow")) return;
    event.preventDefault();
    const by = WAYS[event.key];
    if (by && event.shiftKey) this.#carry(card, by);
    else if (by) this.#across(card, by);
    else this.#along(card, event.key === "ArrowDown" ? "next" : "previous");
  }

  #along(card, way) {
    card[`${way}ElementSibling`]?.querySelector("h3 a")?.focus();
  }

  #across(card, by) {
    const stages = [...this.querySelectorAll(".stage")].filter((one) => one.querySelector(".card"));
    const place = [...card.parentElement.children].indexOf(card);
    const there = stages[stages.indexOf(card.closest(".stage")) + by];
    if (!there) return;
    there.open = true;
    const cards = there.querySelectorAll(".card");
    cards[Math.min(place, cards.length - 1)].querySelector("h3 a").focus();
  }

  #carry(card, by) {
    const detail = String(Number(card.closest(".stage").dataset.stage) + by);
    if (!this.querySelector(`.stage[data-stage="${detail}"]`)) return;
    card.dispatchEvent(new CustomEvent("path:move", { bubbles: true, detail }));
  }
}

customElements.define("passo-path-keys", PathKeys);
