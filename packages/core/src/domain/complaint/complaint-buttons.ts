/** Buttons under an offer: they name the ticket, as a visitor may have more than one complaint, and which of its offers it is. */
const REMEDY = 'solodesk.remedy.';

/** What a customer says to an offer. */
export interface RemedyAnswer {
  /** Of the ticket. */
  readonly number: number;
  /** Of the offer: when it was made, UTC milliseconds. */
  readonly at: number;
  /** Which of what is offered is taken, from 0; `none` of it; or `some`: they say yes to several and not to which. */
  readonly taken: number | 'none' | 'some';
}

export function remedyIntent({ number, at, taken }: RemedyAnswer): string {
  return `${REMEDY}${taken}-${number}-${at.toString(36)}`;
}

/** What a pressed button says to an offer; null when it is another button. */
export function remedyAnswer(intent: string | undefined): RemedyAnswer | null {
  if (intent === undefined || !intent.startsWith(REMEDY)) return null;
  const match = /^(\d|none)-(\d{1,9})-([a-z\d]{1,9})$/.exec(intent.slice(REMEDY.length));
  if (match === null) return null;
  const [, taken = '', number, at = ''] = match;
  return { number: Number(number), at: parseInt(at, 36), taken: taken === 'none' ? 'none' : Number(taken) };
}
