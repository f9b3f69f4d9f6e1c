import type { BotReason, Locale } from '../../state/wire-types.ts';
import { builtInName } from '../../texts/built-in-names.ts';
import type { Texts } from '../../texts/index.ts';

/** Other guesses below this say nothing. */
const WORTH_TELLING = 0.1;
const PERSON = 'solodesk.person';

/** "answered returns.period · 97 %", and what else it thought of; both as words for the owner. */
export function reasonWords(reason: BotReason, t: Texts, locale: Locale): { main: string; also: string | null } {
  const [best, ...rest] = reason.guesses;
  const others = rest.filter(({ confidence }) => confidence >= WORTH_TELLING);
  const figure = ({ intent, confidence }: BotReason['guesses'][number]) =>
    `${builtInName(intent, locale) ?? intent} · ${Math.round(confidence * 100)} %`;
  const kind = t.reason[reason.kind] ?? reason.kind;
  // These say why by themselves; the guesses belong to the message that came before.
  if (reason.kind === 'promised' || reason.kind === 'resumed' || reason.kind === 'complaint')
    return { main: kind, also: null };
  if (!best) return { main: reason.kind === 'unsure' ? `${kind} · ${t.reason.nothing}` : kind, also: null };
  // Who asked for a person is passed on to one.
  if (reason.kind === 'handed_off' && best.intent === PERSON) return { main: kind, also: null };
  // Its name says the kind.
  const saysKind = reason.kind === 'small_talk' && builtInName(best.intent, locale) !== null;
  return {
    main: saysKind ? figure(best) : `${kind}${reason.kind === 'answered' ? ' ' : ' · '}${figure(best)}`,
    also: others.length > 0 ? `${t.reason.also} ${others.map(figure).join(', ')}` : null,
  };
}
