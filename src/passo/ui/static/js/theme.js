// Light, dark or as the device, without loading the page anew. It shows once it is kept.
function show(choice) {
  if (choice) document.documentElement.dataset.theme = choice;
  else delete document.documentElement.dataset.theme;
  for (const one of document.querySelectorAll("button[name=theme]")) {
    one.setAttribute("aria-pressed", String(one.value === choice));
  }
}

async function keep(form, button) {
  const sent = { method: "POST", body: new FormData(form, button), redirect: "manual" };
  const answer = await fetch(form.action, sent).catch(() => null);
  if (answer?.type === "opaqueredirect") show(button.value);
  else location.reload();
}

document.addEventListener("submit", (event) => {
  if (event.submitter?.name !== "theme") return;
  event.preventDefault();
  keep(event.target, event.submitter);
});
