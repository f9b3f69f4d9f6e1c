import type { BotReason } from '../state/wire-types.ts';
import type { Texts } from '../texts/index.ts';

/** Other guesses below this say nothing. */
const WORTH_TELLING = 0.1;

const figure = ({ intent, confidence }: { intent: string; confidence: number }) =>
  `${intent} · ${Math.round(confidence * 100)} %`;

/** "answered returns.period · 97 %", and what else it thought of; both as words for the owner. */
export function reasonWords(reason: BotReason, t: Texts): { main: string; also: string | null } {
  const [best, ...rest] = reason.guesses;
  const others = rest.filter(({ confidence }) => confidence >= WORTH_TELLING);
  const kind = t.reason[reason.kind] ?? reason.kind;
  // These say why by themselves; the guesses belong to the message that came before.
  if (reason.kind === 'promised' || reason.kind === 'resumed' || reason.kind === 'complaint')
    return { main: kind, also: null };
  if (!best) return { main: reason.kind === 'unsure' ? `${kind} · ${t.reason.nothing}` : kind, also: null };
  return {
    main: `${kind}${reason.kind === 'answered' ? ' ' : ' · '}${figure(best)}`,
    also: others.length > 0 ? `${t.reason.also} ${others.map(figure).join(', ')}` : null,
  };
}
