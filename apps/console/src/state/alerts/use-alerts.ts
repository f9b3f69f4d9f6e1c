import { useEffect, useRef } from 'preact/hooks';
import { waitingCount } from '@solodesk/client/owner';
import { dismissToastsAbout, showToast } from '../../parts/controls/toasts.tsx';
import { useTexts } from '../../texts/index.ts';
import { notifyDesktop, onAlert, playSound } from './alerts.ts';
import type { Alert } from './alerts.ts';
import type { SiteBrief } from '../api/api.ts';
import { showBadge } from './badge.ts';
import { useDesk } from '../desk.ts';
import { preferences } from '../preferences.ts';
import { DESK, go } from '../route.ts';
import { visitorName } from '../conversation/visitor-name.ts';

/**
 * Tells the owner that somebody needs them: count in the tab, sound, notification of the desktop, and a line on the
 * screen when another conversation asks for a person. While the bot answers, only what needs the owner makes a noise.
 *
 * @param current the conversation on the screen
 */
export function useAlerts(sites: readonly SiteBrief[], current: string | null): void {
  const { t } = useTexts();
  const { client, state } = useDesk();
  const count = sites.reduce((sum, { id }) => sum + waitingCount(state, id), 0);

  useEffect(() => showBadge(count, 'Solodesk'), [count]);
  useEffect(() => () => showBadge(0, 'Solodesk'), []);

  useEffect(() => {
    if (current !== null) dismissToastsAbout(current);
  }, [current]);

  const hear = useRef<(alert: Alert) => void>(() => undefined);
  hear.current = ({ site, conversation, kind, text }) => {
    const summary = client.get().sites[site]?.conversations[conversation];
    if (!summary || summary.visitor.blocked) return;
    if (kind === 'message' && summary.state !== 'owner' && summary.state !== 'waiting') return;
    const attended = document.visibilityState === 'visible' && document.hasFocus();
    if (attended && current === conversation) return;
    const open = () => go({ ...DESK, site, filter: 'open', conversation });
    const name = visitorName(summary.visitor, t);
    const title = { handoff: t.alerts.asks, emergency: t.alerts.emergency, message: t.alerts.wrote }[kind](name);
    if (preferences.get().sound) playSound();
    if (!attended && preferences.get().notifications) {
      notifyDesktop(title, (text || summary.preview).slice(0, 140), conversation, open);
    }
    // What is on the screen needs no line about it.
    if (kind !== 'message' && current !== conversation) showToast(title, { onOpen: open, about: conversation });
  };
  useEffect(() => onAlert((alert) => hear.current(alert)), []);
}
