// Light, dark or as the device: seen at once, then kept by the form that would have kept it anyway.
function show(choice) {
  if (choice) document.documentElement.dataset.theme = choice;
  else delete document.documentElement.dataset.theme;
  for (const one of document.querySelectorAll("button[name=theme]")) {
    one.setAttribute("aria-pressed", String(one.value === choice));
  }
}

async function keep(form, button) {
  const body = new FormData(form, button);
  const answer = await fetch(form.action, { method: "POST", body }).catch(() => null);
  if (!answer?.ok) form.submit();
}

document.addEventListener("submit", (event) => {
  if (event.submitter?.name !== "theme") return;
  event.preventDefault();
  show(event.submitter.value);
  keep(event.target, event.submitter);
});
