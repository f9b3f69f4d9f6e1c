/*
 * The console's service worker: shows pushes, and opens the conversation that one is about. It caches nothing, and it is
 * registered only when the owner turns pushes on.
 */
self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('push', (event) => event.waitUntil(show(event.data)));

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(open(event.notification.data?.url));
});

// The browser has changed the subscription by itself: the server must hear of the new one.
self.addEventListener('pushsubscriptionchange', (event) => event.waitUntil(renew(event)));

async function show(data) {
  const { title, body, tag, url } = data.json();
  const windows = await self.clients.matchAll({ type: 'window' });
  // Who looks at the console hears of it there.
  if (windows.some((client) => client.focused) && tag !== 'test') return;
  await self.registration.showNotification(String(title), {
    body: String(body),
    tag: String(tag),
    renotify: true,
    icon: '/console/icon.svg',
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
