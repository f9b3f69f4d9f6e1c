import type { SiteFiles } from '../site-files.ts';
import { addressTrouble } from './address-trouble.ts';
import { addressesIn } from './linked-addresses.ts';
import { noteAt } from './lint-rule.ts';
import type { LintNote, Severity } from './lint-rule.ts';
import { findingsOf, inReadingOrder, lintContext } from './lint-site.ts';
import type { LintFinding } from './lint-site.ts';
import { deadLink } from './rules/links.ts';
import { spokenIn } from './spoken.ts';

/** What came of asking for an address: an HTTP status after redirects, or why there was no answer. */
export type LinkAnswer = { status: number } | { failure: string; hostExists: boolean };

export type AskForLink = (address: string) => Promise<LinkAnswer>;

/** Enough to be quick, and few enough not to annoy a small server. */
const AT_ONCE = 4;

/**
 * Adds to `findings` the links of a site that do not answer, each at every place where it stands. Each address is asked for once;
 * addresses that are known to be wrong without asking (on localhost, placeholders) are not.
 */
export async function findDeadLinks(
  files: SiteFiles,
  findings: readonly LintFinding[],
  ask: AskForLink,
): Promise<LintFinding[]> {
  const context = lintContext(files);
  const places = spokenIn(context).flatMap((spoken) =>
    addressesIn(spoken)
      .filter(({ text }) => isWorthAsking(text))
      .map(({ text, path }) => ({ address: text, path, document: spoken.document })),
  );
  const answers = await askAll([...new Set(places.map(({ address }) => address))], ask);
  const notes: LintNote[] = places.flatMap(({ address, path, document }) => {
    const trouble = troubleOf(answers.get(address));
    return trouble === null ? [] : [noteAt(document, path, `"${address}" ${trouble.words}`, trouble)];
  });
  return inReadingOrder([...findings, ...findingsOf(deadLink, notes, context)]);
}

function isWorthAsking(address: string): boolean {
  const trouble = addressTrouble(address);
  return /^https?:/i.test(address) && (trouble === null || trouble.rule === 'insecure-link');
}

async function askAll(addresses: readonly string[], ask: AskForLink): Promise<Map<string, LinkAnswer>> {
  const answers = new Map<string, LinkAnswer>();
  const waiting = [...addresses];
  const work = async (): Promise<void> => {
    for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
      answers.set(address, await ask(address));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return answers;
}

/** Only what is surely gone is an error: a server that is busy, or that refuses robots, may well serve visitors. */
function troubleOf(answer: LinkAnswer | undefined): { words: string; severity: Severity } | null {
  if (answer === undefined) return null;
  if ('failure' in answer) {
    return answer.hostExists
      ? { words: `could not be reached (${answer.failure}); look whether it works`, severity: 'warning' }
      : { words: 'leads to a host that does not exist; correct or remove it', severity: 'error' };
  }
  const { status } = answer;
  if (status === 404 || status === 410) {
    return { words: `leads to a page that does not exist (${status}); correct or remove it`, severity: 'error' };
  }
  return status >= 400 ? { words: `answers with ${status}; look whether it works`, severity: 'warning' } : null;
}
