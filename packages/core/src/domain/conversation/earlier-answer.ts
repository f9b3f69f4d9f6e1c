import { searchTerms } from '../search/search-terms.ts';

/** What somebody asked, and the owner's first words to it. */
export interface EarlierAnswer {
  readonly conversationKey: number;
  readonly question: string;
  readonly answer: string;
  /** When it was answered, UTC milliseconds. */
  readonly at: number;
}

/** Two questions with less in common (the cosine of their terms, from 0 to 1, rare ones counting more) are not the same. */
const ALIKE = 0.35;

/**
 * The answers to questions that are like this one, the likest first, of equals the newest; none twice.
 * @param answers the newest first
 */
export function answersLike(question: string, answers: readonly EarlierAnswer[], most: number): EarlierAnswer[] {
  const wanted = searchTerms(question);
  const known = answers.map((answer) => ({ answer, terms: searchTerms(answer.question) }));
  const holders = new Map<string, number>();
  for (const { terms } of known) for (const term of terms) holders.set(term, (holders.get(term) ?? 0) + 1);
  const weight = (term: string) => Math.log(1 + (known.length + 1) / ((holders.get(term) ?? 0) + 0.5)) ** 2;
  const length = (terms: ReadonlySet<string>) => {
    let sum = 0;
    for (const term of terms) sum += weight(term);
    return Math.sqrt(sum);
  };
  const wantedLength = length(wanted);
  const alike = ({ terms }: { terms: ReadonlySet<string> }) => {
    let shared = 0;
    for (const term of wanted) if (terms.has(term)) shared += weight(term);
    return shared === 0 ? 0 : shared / (wantedLength * length(terms));
  };
  const said = new Set<string>();
  return known
    .map((one) => ({ answer: one.answer, score: alike(one) }))
    .filter(({ score }) => score >= ALIKE)
    .sort((a, b) => b.score - a.score || b.answer.at - a.answer.at)
    .map(({ answer }) => answer)
    .filter(({ answer }) => !said.has(answer) && said.add(answer))
    .slice(0, most);
}
