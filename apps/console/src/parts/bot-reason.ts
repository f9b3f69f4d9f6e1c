import type { BotReason } from '../state/wire-types.ts';
import type { Texts } from '../texts/index.ts';

const figure = ({ intent, confidence }: { intent: string; confidence: number }) =>
  `${intent} · ${confidence.toFixed(2)}`;

/** "answered returns.period · 0.97", and what else it thought of; both as words for the owner. */
export function reasonWords(reason: BotReason, t: Texts): { main: string; also: string | null } {
  const [best, ...others] = reason.guesses;
  const kind = t.reason[reason.kind] ?? reason.kind;
  // These say why by themselves; the guesses belong to the message that came before.
  if (reason.kind === 'promised' || reason.kind === 'resumed') return { main: kind, also: null };
  if (!best) return { main: reason.kind === 'unsure' ? `${kind} · ${t.reason.nothing}` : kind, also: null };
  return {
    main: `${kind}${reason.kind === 'answered' ? ' ' : ' · '}${figure(best)}`,
    also: others.length > 0 ? `${t.reason.also} ${others.map(figure).join(', ')}` : null,
  };
}
