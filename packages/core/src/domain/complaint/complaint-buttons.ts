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

const LONGEST = 40;
const ACCEPTS =
  /^(?:yes|yes please|ok|okay|i accept|yes,? i accept|accepted|agreed|deal|fine|fine (?:by|with) me|sounds good|that works|好|好的|可以|行|接受|我接受|同意|我同意)$/i;
const DECLINES =
  /^(?:no|no way|no,? (?:that is|that's) not enough|not enough|that is not enough|that's not enough|i decline|i don'?t accept(?: it)?|不|不行|不接受|我不接受|不同意|不够|这不够|太少了?)$/i;

/** Whether words are plainly yes or no to an offer; null when they may be anything else. */
export function verdictIn(text: string): boolean | null {
  if (text.length > LONGEST) return null;
  const plain = text
    .trim()
    .replace(/[\s.,!?。，！？~～]+$/u, '')
    .replace(/[\s,，]*(?:please|thanks|thank you|谢谢(?:你|您)?)$/iu, '');
  return ACCEPTS.test(plain) ? true : DECLINES.test(plain) ? false : null;
}
