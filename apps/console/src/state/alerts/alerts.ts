import type { OwnerEvent } from '../wire-types.ts';
import { preferences } from '../preferences.ts';
import { report } from '../report.ts';

export interface Alert {
  site: string;
  conversation: string;
  kind: 'message' | 'handoff' | 'emergency';
  text: string;
}

let listener: (alert: Alert) => void = () => undefined;

/** Who turns alerts into words and shows them: the desk's screen, which knows names and language. */
export function onAlert(listen: (alert: Alert) => void): () => void {
  listener = listen;
  return () => (listener = () => undefined);
}

/** Older news, read after a long sleep, rings nobody up. */
const FRESH_MS = 10 * 60_000;

/** One alert a conversation, the last that matters: someone asks for a person, or a visitor wrote. */
export function alertOf(site: string, events: readonly OwnerEvent[]): void {
  const last = new Map<string, Alert>();
  for (const event of events) {
    if (Date.now() - event.at > FRESH_MS) continue;
    const { conversation } = event;
    if (event.type === 'visitor_message')
      last.set(conversation, { site, conversation, kind: 'message', text: event.text });
    if (event.type === 'handoff') {
      const kind = event.reason === 'emergency' ? 'emergency' : 'handoff';
      last.set(conversation, { site, conversation, kind, text: '' });
    }
  }
  for (const alert of last.values()) listener(alert);
}

let audio: AudioContext | null = null;

/** Two soft tones; browsers allow sound only after the first click on the page, until then it stays silent. */
export function playSound(): void {
  audio ??= new AudioContext();
  if (audio.state === 'suspended') void audio.resume();
  const start = audio.currentTime;
  for (const [at, pitch] of [
    [0, 660],
    [0.12, 880],
  ] as const) {
    const tone = audio.createOscillator();
    const volume = audio.createGain();
    tone.frequency.value = pitch;
    volume.gain.setValueAtTime(0, start + at);
    volume.gain.linearRampToValueAtTime(0.12, start + at + 0.02);
    volume.gain.exponentialRampToValueAtTime(0.001, start + at + 0.35);
    tone.connect(volume).connect(audio.destination);
    tone.start(start + at);
    tone.stop(start + at + 0.4);
  }
}

export type NotificationState = 'unsupported' | 'denied' | 'off' | 'on';

export function notificationState(): NotificationState {
  if (!('Notification' in window)) return 'unsupported';
  if (Notification.permission === 'denied') return 'denied';
  return Notification.permission === 'granted' && preferences.get().notifications ? 'on' : 'off';
}

/**
 * Shows a notification of the desktop, if it is allowed. A later one of the same conversation replaces the earlier.
 *
 * @returns whether the browser took it
 */
export function notifyDesktop(title: string, body: string, tag: string, onClick: () => void): boolean {
  if (!('Notification' in window) || Notification.permission !== 'granted') return false;
  try {
    const shown = new Notification(title, { body, tag, icon: '/console/icon.svg' });
    shown.onclick = () => {
      window.focus();
      onClick();
      shown.close();
    };
    return true;
  } catch (error) {
    // Chrome on Android knows notifications of service workers only, and throws here.
    report('This browser shows no notifications of pages.', error);
    return false;
  }
}
