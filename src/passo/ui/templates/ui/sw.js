// Without a way to Passo it shows one page that says so. Pages of a business are never kept.
const OFFLINE = "{{ offline|escapejs }}";
const KEPT = "passo-{{ version|escapejs }}";
const FILES = [OFFLINE{% for file in files %}, "{{ file|escapejs }}"{% endfor %}];

async function keepOnlyThis() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name !== KEPT).map((name) => caches.delete(name)));
  await self.registration.navigationPreload?.enable();
  await self.clients.claim();
}

async function answer(event, kept) {
  try {
    return (await event.preloadResponse) ?? (await fetch(event.request));
  } catch {
    return (await caches.match(kept, { ignoreVary: true })) ?? Response.error();
  }
}

self.addEventListener("install", (event) => {
  self.skipWaiting();
  event.waitUntil(caches.open(KEPT).then((cache) => cache.addAll(FILES)));
});

self.addEventListener("activate", (event) => event.waitUntil(keepOnlyThis()));

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { pathname } = new URL(request.url);
  if (request.method !== "GET") return;
  if (request.mode === "navigate") event.respondWith(answer(event, OFFLINE));
  else if (FILES.includes(pathname)) event.respondWith(answer(event, pathname));
});
