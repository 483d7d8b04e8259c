// A passkey that could not be read or made says so on the page, instead of silently doing nothing.
document.addEventListener("allauth.error", (event) => {
  const trouble = document.querySelector("[data-passkey-trouble]");
  if (!trouble) return;
  event.preventDefault();
  trouble.hidden = false;
  trouble.focus();
});

document.addEventListener("click", () => {
  const trouble = document.querySelector("[data-passkey-trouble]");
  if (trouble) trouble.hidden = true;
}, { capture: true });
