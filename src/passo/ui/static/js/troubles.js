// When a part of a page could not be fetched: say it in the words that the page brought along.
const AS_A_SIGNED_OUT = 401;
const MISTYPED = new Set([400, 422]);

const words = (kind) => document.querySelector(`template[data-trouble="${kind}"]`);

function say(kind) {
  const sentence = (words(kind) ?? words("broken"))?.content.textContent.trim();
  if (sentence) document.querySelector("passo-toasts")?.say(sentence);
}

const isWholePage = (text) => /^\s*<!doctype/i.test(text);

function isSignIn(xhr) {
  const address = words("401")?.dataset.address;
  return Boolean(address && xhr.responseURL) && new URL(xhr.responseURL).pathname === address;
}

document.addEventListener("htmx:beforeSwap", (event) => {
  const { xhr } = event.detail;
  if (isSignIn(xhr)) {
    event.detail.shouldSwap = false;
    say(AS_A_SIGNED_OUT);
  } else if (MISTYPED.has(xhr.status) && !isWholePage(xhr.responseText)) {
    // A form that comes back with its mistakes explained is an answer, not an error.
    event.detail.shouldSwap = true;
    event.detail.isError = false;
  }
});

document.addEventListener("htmx:responseError", (event) => say(event.detail.xhr.status));
document.addEventListener("htmx:sendError", () => say("gone"));
document.addEventListener("htmx:timeout", () => say("gone"));
