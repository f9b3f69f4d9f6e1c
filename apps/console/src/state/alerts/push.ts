import { deviceLabel } from './device-label.ts';
import { noticesApi } from '../api/notices-api.ts';
import { go, parseRoute } from '../route.ts';
import { lookForRelease } from '../release.ts';
import { report } from '../report.ts';

const SCOPE = '/console/';
const WORKER = '/console/sw.js';

/** Pushes need a service worker, which browsers allow on https and localhost alone. */
export function canPush(): boolean {
  return 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window;
}

/** iPhones and iPads: there a page can push only once it lies on the Home Screen. An iPad says of itself that it is a Mac. */
export function isIos(): boolean {
  return (
    /iPhone|iPad|iPod/.test(navigator.userAgent) ||
    (/Macintosh/.test(navigator.userAgent) && navigator.maxTouchPoints > 1)
  );
}

/** The subscription of this browser, if there is one. Registers nothing. */
export async function pushSubscription(): Promise<PushSubscription | null> {
  if (!canPush()) return null;
  const registration = await navigator.serviceWorker.getRegistration(SCOPE);
  return (await registration?.pushManager.getSubscription()) ?? null;
}

/**
 * Asks the browser for its permission and a subscription, and tells the server of it. Only on a click.
 * @returns the endpoint; null when the browser's question was answered with no, or not at all.
 * @throws DOMException when the browser's push service refuses; ApiError when the server does.
 */
export async function turnPushOn(key: string): Promise<string | null> {
  if ((await Notification.requestPermission()) !== 'granted') return null;
  await navigator.serviceWorker.register(WORKER, { scope: SCOPE });
  const registration = await navigator.serviceWorker.ready;
  // One that was made for another key of the server is of no use any more.
  await (await registration.pushManager.getSubscription())?.unsubscribe();
  const applicationServerKey = bytesOf(key);
  const subscription = await registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey });
  const { endpoint, keys } = subscription.toJSON();
  const device = { endpoint: endpoint ?? '', p256dh: keys?.p256dh ?? '', auth: keys?.auth ?? '' };
  try {
    await noticesApi.addDevice({ ...device, label: deviceLabel(navigator.userAgent) });
  } catch (error) {
    await subscription.unsubscribe();
    throw error;
  }
  return subscription.endpoint;
}

export async function turnPushOff(): Promise<void> {
  const subscription = await pushSubscription();
  if (subscription === null) return;
  await noticesApi.removeDevice(subscription.endpoint);
  await subscription.unsubscribe();
}

/** Who signs out gets no more pushes here. That it failed must not keep anybody signed in. */
export async function forgetPush(): Promise<void> {
  try {
    await turnPushOff();
  } catch (error) {
    report('Pushes to this device could not be turned off.', error);
  }
}

/** An installed console says by itself, through the worker, when the server cannot be reached; a tab leaves that to the browser. */
export async function serveInstalled(): Promise<void> {
  if (!('serviceWorker' in navigator) || !matchMedia('(display-mode: standalone)').matches) return;
  try {
    await navigator.serviceWorker.register(WORKER, { scope: SCOPE });
  } catch (error) {
    report('The service worker could not be registered.', error);
  }
}

/** A click on a notice while the console is open leads to its conversation. Returns how to stop listening. */
export function followPushes(): () => void {
  if (!('serviceWorker' in navigator)) return () => undefined;
  const follow = ({ data }: MessageEvent) => {
    const { kind, url } = (data ?? {}) as { kind?: unknown; url?: unknown };
    if (kind === 'release') void lookForRelease();
    if (kind === 'open' && typeof url === 'string') go(parseRoute(new URL(url, location.origin).hash));
  };
  navigator.serviceWorker.addEventListener('message', follow);
  return () => navigator.serviceWorker.removeEventListener('message', follow);
}

function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  const binary = atob(base64url.replace(/-/g, '+').replace(/_/g, '/'));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}
