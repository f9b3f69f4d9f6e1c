import type { FaqForm } from './faq-change.ts';

/** So many words tell FAQs of one category apart; more make a name that nobody can read. */
const WORDS = 4;
const MAX_LENGTH = 40;
/** Words that most questions have say nothing in a name. */
const EMPTY = new Set(
  'a an and are at be can could do does for have how i if in is it may me my of on or the there this to was what when where which who why will with would you your'.split(
    ' ',
  ),
);

/** A name for a new FAQ, from what its English question is about: `delivery.ship-norway`; else a number: `delivery.question-1`. */
export function freeIntent({ category, faq }: { category: string; faq: FaqForm }, taken: ReadonlySet<string>): string {
  const words = (faq.question.en ?? '')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9\s-]/g, '')
    .split(/[\s-]+/)
    .filter((word) => word !== '' && !EMPTY.has(word));
  const name = words.slice(0, WORDS).join('-').slice(0, MAX_LENGTH).replace(/-+$/, '');
  if (name !== '' && !taken.has(`${category}.${name}`)) return `${category}.${name}`;
  const stem = name === '' ? 'question' : name;
  let number = name === '' ? 1 : 2;
  while (taken.has(`${category}.${stem}-${number}`)) number++;
  return `${category}.${stem}-${number}`;
}
