/** Buttons under an offer: they name the ticket, as a visitor may have more than one complaint. */
const REMEDY = 'solodesk.remedy.';

export interface RemedyAnswer {
  /** Of the ticket. */
  readonly number: number;
  readonly accepted: boolean;
}

export function remedyIntent({ number, accepted }: RemedyAnswer): string {
  return `${REMEDY}${accepted ? 'accept' : 'decline'}-${number}`;
}

/** What a pressed button says to an offer; null when it is another button. */
export function remedyAnswer(intent: string | undefined): RemedyAnswer | null {
  if (intent === undefined || !intent.startsWith(REMEDY)) return null;
  const match = /^(accept|decline)-(\d{1,9})$/.exec(intent.slice(REMEDY.length));
  return match === null ? null : { number: Number(match[2]), accepted: match[1] === 'accept' };
}
