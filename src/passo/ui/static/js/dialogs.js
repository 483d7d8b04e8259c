// Buttons that open and close a dialog by name, for browsers that do not know `commandfor` yet.
const DEEDS = {
  "show-modal": (dialog) => dialog.open || dialog.showModal(),
  "close": (dialog, button) => dialog.open && dialog.close(button.value),
};

function press(event) {
  const button = event.target.closest?.("button[commandfor]");
  const dialog = button && document.getElementById(button.getAttribute("commandfor"));
  const deed = DEEDS[button?.getAttribute("command")];
  if (!(dialog instanceof HTMLDialogElement) || !deed || button.disabled) return;
  event.preventDefault();
  deed(dialog, button);
}

const isKnown = "commandForElement" in HTMLButtonElement.prototype;
if (!isKnown) document.addEventListener("click", press);

// Beside the dialog is outside of it: a press there closes it, as Escape does.
document.addEventListener("click", (event) => {
  const dialog = event.target;
  if (!(dialog instanceof HTMLDialogElement) || !dialog.open || event.detail === 0) return;
  const { left, right, top, bottom } = dialog.getBoundingClientRect();
  const isBeside = event.clientX < left || event.clientX > right;
  const isAboveOrBelow = event.clientY < top || event.clientY > bottom;
  if (isBeside || isAboveOrBelow) dialog.close();
});
