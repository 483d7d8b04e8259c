// A page of our own when there is no way to Passo. Nothing of the business is kept on the device.
const address = document.querySelector("link[rel=manifest]")?.dataset.worker;

if (address && navigator.serviceWorker) {
  addEventListener("load", () => navigator.serviceWorker.register(address).catch(() => null));
}
