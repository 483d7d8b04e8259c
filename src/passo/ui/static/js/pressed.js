// A form goes out once, however often its button is pressed. It is loaded after the modules that
// answer a form themselves, for it leaves those alone.
const PATIENCE_MS = 10000;
const waiting = new Map();

function release(form) {
  clearTimeout(waiting.get(form)?.timer);
  const button = waiting.get(form)?.button;
  for (const name of ["aria-busy", "aria-disabled"]) button?.removeAttribute(name);
  waiting.delete(form);
}

function hold(form, button) {
  button?.setAttribute("aria-busy", "true");
  button?.setAttribute("aria-disabled", "true");
  // A download never leaves the page, so the button must come back by itself.
  waiting.set(form, { button, timer: setTimeout(() => release(form), PATIENCE_MS) });
}

const isHtmx = (form) => form.matches("[hx-get], [hx-post], [hx-put], [hx-delete]");
const releaseAll = () => [...waiting.keys()].forEach(release);

document.addEventListener("submit", (event) => {
  if (!waiting.has(event.target)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
}, { capture: true });

document.addEventListener("submit", (event) => {
  const form = event.target;
  const staysHere = form.method === "dialog" || form.target === "_blank";
  const isTaken = event.defaultPrevented && !isHtmx(form);
  if (!staysHere && !isTaken) hold(form, event.submitter);
});

addEventListener("pageshow", releaseAll);
document.addEventListener("htmx:afterRequest", (event) => release(event.target.closest("form")));
