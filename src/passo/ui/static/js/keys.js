// The keys of Passo. Single keys rest while somebody types, and wherever they are switched off.
const HERE = { t: "today", w: "path", p: "people", i: "introductions", o: "offers" };
const PLACES = { ...HERE, m: "team", h: "history", s: "business_settings" };
const PATIENCE_MS = 1500;
const FIELDS = "input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]";

let gPressedAt = 0;

const isTyping = (event) => Boolean(event.target.closest?.(FIELDS));
const areOff = () => localStorage.getItem("passo-single-keys") === "off";

function find() {
  const palette = document.querySelector("passo-palette");
  palette?.open();
  return Boolean(palette);
}

function explain() {
  const dialog = document.querySelector("dialog#shortcuts");
  if (dialog && !document.querySelector("dialog[open]")) dialog.showModal();
  return Boolean(dialog);
}

function note() {
  const line = document.querySelector("passo-capture");
  line?.open();
  return Boolean(line);
}

function go(key) {
  const link = document.querySelector(`a[data-shortcut="${PLACES[key]}"]`);
  link?.click();
  return Boolean(link);
}

function follow(key) {
  const afterG = performance.now() - gPressedAt < PATIENCE_MS && gPressedAt > 0;
  gPressedAt = key === "g" ? performance.now() : 0;
  if (key === "/") return find();
  if (key === "?") return explain();
  if (key === "n" && !afterG) return note();
  return afterG && key in PLACES && go(key);
}

document.addEventListener("keydown", (event) => {
  const key = event.key?.toLowerCase();
  const withCommand = event.ctrlKey || event.metaKey;
  const isFind = key === "k" && withCommand && !event.altKey && !event.shiftKey;
  if (isFind && find()) event.preventDefault();
  const isNotForUs = withCommand || event.altKey || event.repeat || isTyping(event) || areOff();
  if (isNotForUs || document.querySelector("dialog[open]")) return;
  if (follow(key)) event.preventDefault();
});

// Without this script, or for another tab, the link leads to a page that does the same.
document.addEventListener("click", (event) => {
  const isForOtherTab = event.ctrlKey || event.metaKey || event.shiftKey;
  if (isForOtherTab || !event.target.closest("a[data-palette]")) return;
  if (find()) event.preventDefault();
});
