import { readActionButton } from '../../action/action-run.ts';
import type { ActionInput, ActionRun, BookingWish } from '../../action/action-run.ts';
import type { Entity } from '../../entity.ts';
import { plainWords } from '../../words/plain-words.ts';

const OTHER_DAY =
  /\b(?:an?other|other|different|later|earlier|sooner) (?:day|date|time)s?\b|^(?:later|none(?: of (?:these|them))?|something else)$|换(?:一)?[天个]|改天|别的|其他|其它|另(?:一|外)|都不(?:行|方便)|更晚/;
const MOVE =
  /\b(?:move|re-?schedule|change|postpone|later|earlier|another time)\b|改期|改(?:一)?(?:下|个)?(?:时间|日期)|换(?:个)?时间|推迟|提前/;
const CANCEL = /\bcancel\b|\bcan(?:'t|not) (?:come|make it)\b|取消|不来了|来不了/;
/** The appointment rather than the moving of it. */
const CANCEL_IT =
  /\bcancel (?:it|this|that|the|my) ?(?:appointment|booking|visit|altogether|instead)?\b|取消(?:这个)?(?:预约|就诊)/;

const ORDINALS: readonly RegExp[] = [
  /^(?:the )?(?:first|1st|number 1|1|no\. ?1)(?: (?:one|time|please))*$|^第一个?$|^一$/,
  /^(?:the )?(?:second|2nd|number 2|2|no\. ?2)(?: (?:one|time|please))*$|^第二个?$|^二$/,
  /^(?:the )?(?:third|3rd|number 3|3|no\. ?3)(?: (?:one|time|please))*$|^第三个?$|^三$/,
  /^(?:the )?(?:fourth|4th|number 4|4|no\. ?4)(?: (?:one|time|please))*$|^第四个?$|^四$/,
  /^(?:the )?(?:fifth|5th|number 5|5|no\. ?5)(?: (?:one|time|please))*$|^第五个?$|^五$/,
];

/**
 * What words choose among what an action offers: its label, its place, a day or a time. Null: nothing of it.
 * @param dates that the words name, in the visitor's zone
 */
export function readChoice(run: ActionRun, words: string, dates: readonly Entity[]): ActionInput | 'stop' | null {
  const plain = plainWords(words);
  const inputs = run.offered.map(({ label, intent }) => ({
    label: plainWords(label),
    input: intent === undefined ? null : readActionButton(intent),
  }));
  const verb = (wanted: string) =>
    inputs.find(({ input }) => input !== null && input !== 'stop' && input.do === wanted)?.input ?? null;
  const asked = run.input.do === 'start' ? run.input.wish : undefined;
  if (asked?.do === 'cancel' && YES.test(plain)) return verb('cancel');
  if (run.moves !== undefined && CANCEL_IT.test(plain)) return { do: 'cancel', appointment: run.moves };
  if (CANCEL.test(plain) && verb('cancel') !== null) return verb('cancel');
  if (MOVE.test(plain) && verb('move') !== null) return verb('move');
  const named = inputs.find(({ label }) => label === plain);
  if (named !== undefined) return named.input;
  const place = ORDINALS.findIndex((ordinal) => ordinal.test(plain));
  const choices = inputs.filter(({ input }) => input !== 'stop' && input?.do !== 'days');
  if (place >= 0) return choices[place]?.input ?? null;
  return byDate(run, plain, dates) ?? (OTHER_DAY.test(plain) && verb('days') !== null ? { do: 'days' } : null);
}

/**
 * "Cancel my appointment", "move it to Wednesday": what the first words want done with a booking, so that nobody is asked for what
 * they said. Of two days one is that of the booking, so none counts.
 */
export function readWish(words: string, dates: readonly Entity[]): BookingWish | null {
  const plain = plainWords(words);
  if (CANCEL.test(plain)) return { do: 'cancel' };
  const [date, ...more] = dates.filter(({ kind }) => kind === 'date');
  const isMove = MOVE.test(plain);
  if (!isMove || date?.kind !== 'date' || more.length > 0) return isMove ? { do: 'move' } : null;
  return date.timeIsCertain
    ? { do: 'time', time: date.value.slice(0, 16) }
    : { do: 'day', day: date.value.slice(0, 10) };
}

/** "Yes" to "Shall I cancel it?". */
const YES =
  /^(?:yes|yeah|yep|ok|okay|sure|please do|do it|go ahead|是|是的|对|好|好的|嗯|可以|取消吧|确定)(?: (?:please|thanks|cancel it))*$/;

function byDate(run: ActionRun, plain: string, dates: readonly Entity[]): ActionInput | null {
  const takesTimes =
    run.moves !== undefined || run.offered.some(({ intent }) => /\.(?:pick|day|days)(?:\.|$)/.test(intent ?? ''));
  if (!takesTimes) return null;
  const clock = /(?:^|[^\d:])([01]?\d|2[0-3])[:：点时]([0-5]\d)?(?!\d)/.exec(plain);
  const date = dates.find(({ kind }) => kind === 'date');
  if (date?.kind === 'date') {
    if (date.timeIsCertain && (run.day === undefined || !isClockAlone(plain))) {
      return { do: 'time', time: date.value.slice(0, 16) };
    }
    if (!date.timeIsCertain) return { do: 'day', day: date.value.slice(0, 10) };
  }
  if (clock === null) return null;
  const time = `${(clock[1] ?? '').padStart(2, '0')}:${clock[2] ?? '00'}`;
  // A time alone is one of those that stand there.
  const same = run.offered.filter(({ label }) => label.endsWith(time));
  const [only] = same.map(({ intent }) => (intent === undefined ? null : readActionButton(intent)));
  if (same.length === 1 && only !== undefined && only !== 'stop') return only;
  return run.day === undefined ? null : { do: 'time', time: `${run.day}T${time}` };
}

/** "At 10:30" is meant on the day that was just spoken of, not today. */
function isClockAlone(plain: string): boolean {
  return /^(?:at |um |the )?\d{1,2}[:：点时.]?\d{0,2} ?(?:am|pm|o'clock|one|please|分|吧|可以)*$/.test(plain);
}
