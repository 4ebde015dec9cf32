// The site's service worker: what was opened once opens again without a network. `FILES`, put before it by `game/web/site.py`,
// names every file with its digest; a file that has changed is fetched anew, and one that has not stays.
declare const FILES: Record<string, string>;
declare const SHELL: string[]; // what the first page needs
declare const clients: { claim(): Promise<void> };

interface Lasting extends Event {
  waitUntil(work: Promise<unknown>): void;
}

interface Fetching extends Lasting {
  request: Request;
  respondWith(answer: Promise<Response>): void;
}

const CACHE = "equal-footing";
const here = new URL("./", location.href).href;

/** Where a file of this digest is kept. */
function key(name: string): string {
  return `${here}${name}?${FILES[name]}`;
}

async function kept(name: string): Promise<Response> {
  const cache = await caches.open(CACHE);
  const known = await cache.match(key(name));
  if (known) return known;
  const fresh = await fetch(here + name, { cache: "no-cache" });
  if (fresh.ok) await cache.put(key(name), fresh.clone()).catch(() => undefined); // a full device plays on
  return fresh;
}

async function tidied(): Promise<void> {
  const cache = await caches.open(CACHE);
  const wanted = new Set(Object.keys(FILES).map(key));
  for (const { url } of await cache.keys()) if (url.startsWith(here) && !wanted.has(url)) await cache.delete(url);
}

addEventListener("install", (event) => (event as Lasting).waitUntil(Promise.all(SHELL.map(kept))));
addEventListener("activate", (event) => (event as Lasting).waitUntil(tidied().then(() => clients.claim())));
addEventListener("fetch", (event) => {
  const { request } = event as Fetching;
  const address = request.url.split(/[?#]/)[0]!;
  if (request.method !== "GET" || !address.startsWith(here)) return;
  const name = address.slice(here.length) || "index.html";
  if (name in FILES) (event as Fetching).respondWith(kept(name));
});
