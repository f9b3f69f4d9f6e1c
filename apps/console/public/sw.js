/*
 * The console's service worker: shows pushes, opens the conversation that one is about, and says so when the server cannot
 * be reached. It caches nothing, so that no old console outlives an update. It is registered when the owner turns pushes on,
 * and where the console is installed.
 */
self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(takeOver()));

self.addEventListener('fetch', (event) => {
  // Everything else goes to the server as if this were not here.
  if (event.request.mode === 'navigate') event.respondWith(fetch(event.request).catch(() => unreachable()));
});

self.addEventListener('push', (event) => event.waitUntil(show(event.data)));

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(open(event.notification.data?.url));
});

// The browser has changed the subscription by itself: the server must hear of the new one.
self.addEventListener('pushsubscriptionchange', (event) => event.waitUntil(renew(event)));

/** A new worker comes with a new release: windows that are open look whether they are of it. */
async function takeOver() {
  await self.clients.claim();
  for (const client of await self.clients.matchAll({ type: 'window' })) client.postMessage({ kind: 'release' });
}

function unreachable() {
  const zh = self.navigator.language.startsWith('zh');
  const [title, text, again] = zh
    ? ['无法连接到客服台', '请检查网络，然后重试。', '重试']
    : ['The desk cannot be reached', 'Check your connection, then try again.', 'Try again'];
  const style =
    'font:16px/1.5 system-ui;display:grid;place-content:center;min-height:90vh;text-align:center;padding:16px';
  const page = `<!doctype html><html lang="${zh ? 'zh-CN' : 'en'}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${title}</title><body style="${style}"><h1>${title}</h1><p>${text}</p><p><a href="">${again}</a></p>`;
  return new Response(page, { status: 503, headers: { 'content-type': 'text/html; charset=utf-8' } });
}

async function show(data) {
  const { title, body, tag, url } = data.json();
  const windows = await self.clients.matchAll({ type: 'window' });
  // Who looks at the console hears of it there.
  if (windows.some((client) => client.focused) && tag !== 'test') return;
  await self.registration.showNotification(String(title), {
    body: String(body),
    tag: String(tag),
    renotify: true,
    icon: '/console/icon-192.png',
    badge: '/console/icon-192.png',
    data: { url },
  });
}

async function open(url) {
  // Only ever a place in the console.
  const place = typeof url === 'string' && url.startsWith('/console/') ? url : '/console/';
  const [client] = await self.clients.matchAll({ type: 'window' });
  if (client === undefined) return self.clients.openWindow(place);
  await client.focus();
  client.postMessage({ kind: 'open', url: place });
}

async function renew(event) {
  const options = event.oldSubscription?.options ?? event.newSubscription?.options;
  if (options === undefined) return;
  const subscription = event.newSubscription ?? (await self.registration.pushManager.subscribe(options));
  const { endpoint, keys } = subscription.toJSON();
  await fetch('/console/api/notices/devices', {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json', 'x-solodesk': '1' },
    body: JSON.stringify({ endpoint, ...keys, label: 'Browser' }),
  });
}
