// The line for a quick note, over any page; where it stands on the page already, that one.
class Capture extends HTMLElement {
  get #dialog() {
    return this.querySelector("dialog");
  }

  open() {
    if (document.querySelector("dialog[open]")) return;
    const line = document.querySelector("main form.capture input[name=text]");
    if (!line) this.#dialog.showModal();
    (line ?? this.querySelector("input[name=text]")).select();
  }
}

customElements.define("passo-capture", Capture);

document.addEventListener("click", (event) => {
  const isForOtherTab = event.ctrlKey || event.metaKey || event.shiftKey;
  const line = document.querySelector("passo-capture");
  if (isForOtherTab || !line || !event.target.closest("a[data-capture]")) return;
  event.preventDefault();
  line.open();
});

// What was understood has come: go on with what is asked, else with keeping it.
document.addEventListener("htmx:afterSwap", ({ detail: { target } }) => {
  if (!target.matches(".capture-answer")) return;
  const asked = "details[open] input:is([type=radio], [type=text], :not([type]))";
  (target.querySelector(asked) ?? target.querySelector("[data-keep]"))?.focus();
});
