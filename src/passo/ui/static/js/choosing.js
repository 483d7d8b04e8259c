// A list that acts as soon as one chooses, so its button can go. Who chooses by keys passes several
// entries on the way: for them the button comes back.
const LISTS = "select[data-submit]";
const MOVES = new Set(["ArrowDown", "ArrowUp", "Home", "End", "PageDown", "PageUp"]);

const buttonOf = (list) => list.form?.querySelector("button:not([type=button])");

function showButton(list, isShown) {
  const button = buttonOf(list);
  if (button) button.hidden = !isShown;
}

for (const list of document.querySelectorAll(LISTS)) showButton(list, false);

document.addEventListener("keydown", (event) => {
  const isTypedLetter = event.key.length === 1 && event.key !== " ";
  const isByKeys = MOVES.has(event.key) || isTypedLetter;
  if (isByKeys && event.target.matches?.(LISTS)) showButton(event.target, true);
});

document.addEventListener("change", (event) => {
  const list = event.target;
  if (list.matches?.(LISTS) && buttonOf(list)?.hidden) list.form.requestSubmit();
});
