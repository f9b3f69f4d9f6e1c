import { BUILT_IN } from '@solodesk/core';
import type { Locale, Localized } from '@solodesk/core';
import type { FaqEntry, FaqFile, QuickReplyEntry } from '../schemas/faq-schema.ts';
import type { FileProblem } from '../file-problem.ts';
import type { JsonDocument, JsonPath } from '../json-document.ts';
import { meantWords } from './nearest-name.ts';
import { lostSegments, messageTexts } from './message-checks.ts';
import { priorityFrom } from '../schemas/priority-schema.ts';
import type { SiteFile } from '../schemas/site-schema.ts';
import { EXPECTED_OTHERWISE } from '../schemas/text-rules.ts';

/** A file that fits its schema. */
export interface Checked<T> {
  document: JsonDocument;
  content: T;
}

/** Something that the bot says, as far as its buttons matter. */
interface Sayable {
  quickReplies?: QuickReplyEntry[] | undefined;
  variants?: Sayable[] | undefined;
}

/** Training time grows faster than the number of FAQs; a company of one has far fewer. */
const MAX_FAQS = 2000;

const BUILT_IN_INTENTS: ReadonlySet<string> = new Set(Object.values(BUILT_IN));

/**
 * What a schema cannot see: names given twice, names that lead nowhere, languages that are missing.
 * @param languages of the site; empty when they are not known
 * @param complete whether these are all files of the site: only then can a name be said to lead nowhere
 */
export function checkFaqs(
  files: readonly Checked<FaqFile>[],
  languages: readonly Locale[],
  complete: boolean,
  articleNames?: readonly string[],
): FileProblem[] {
  return [
    ...repeatedIntents(files),
    ...tooMany(files),
    ...missingInFaqs(files, languages),
    ...(complete ? lostInFaqs(files, articleNames) : []),
  ];
}

/** Languages of the site in which an FAQ has no question, no phrasings or no answer. */
export function missingInFaqs(files: readonly Checked<FaqFile>[], languages: readonly Locale[]): FileProblem[] {
  return files.flatMap(({ document, content }) =>
    content.faqs.flatMap((faq, index) =>
      (['question', 'phrasings', 'answer'] as const).flatMap((part) =>
        missingLanguages(document, ['faqs', index, part], faq[part], languages),
      ),
    ),
  );
}

/** Names in FAQs (follow-ups, buttons, tests) that no FAQ has. */
export function lostInFaqs(files: readonly Checked<FaqFile>[], articleNames?: readonly string[]): FileProblem[] {
  const intents = intentsOf(files);
  return files.flatMap(({ document, content }) =>
    content.faqs.flatMap((faq, index) => [
      ...lostReferences(document, ['faqs', index], faq, intents),
      ...lostArticles(document, ['faqs', index], faq, articleNames),
    ]),
  );
}

/** The same for `site.json`. */
export function checkSiteFile(
  { document, content }: Checked<SiteFile>,
  files: readonly Checked<FaqFile>[],
  complete: boolean,
): FileProblem[] {
  const site = { document, content };
  return [...missingInSite(site), ...(complete ? lostInSite(site, files) : [])];
}

/** Languages of the site in which its consent text, a reason or a remedy is missing. */
export function missingInSite({ document, content }: Checked<SiteFile>): FileProblem[] {
  const { consent, languages } = content;
  return [
    ...(consent ? missingLanguages(document, ['consent', 'text'], consent.text, languages) : []),
    ...missingInPriority({ document, content }),
    ...missingInComplaints({ document, content }),
    ...messageTexts(content.messages).flatMap(([path, texts]) => missingLanguages(document, path, texts, languages)),
  ];
}

/** A rule that changes one of Solodesk's keeps that one's text where it says none. */
function missingInPriority({ document, content: { priority, languages } }: Checked<SiteFile>): FileProblem[] {
  const { rules } = priorityFrom(priority);
  return priority.rules.flatMap((entry, index) => {
    const texts = rules.find(({ name }) => name === entry.name)?.text ?? {};
    return missingLanguages(document, ['priority', 'rules', index, 'text'], texts, languages);
  });
}

function missingInComplaints({ document, content: { complaints, languages } }: Checked<SiteFile>): FileProblem[] {
  return (complaints.remedies ?? []).flatMap(({ text, label }, index) => [
    ...missingLanguages(document, ['complaints', 'remedies', index, 'text'], text, languages),
    ...(label ? missingLanguages(document, ['complaints', 'remedies', index, 'label'], label, languages) : []),
  ]);
}

/** Names in the greeting's buttons that no FAQ has, and segments of messages that there are none of. */
export function lostInSite({ document, content }: Checked<SiteFile>, files: readonly Checked<FaqFile>[]) {
  const intents = intentsOf(files);
  const greetings = Object.entries(content.greeting).flatMap(([locale, greeting]) =>
    lostReplies(document, ['greeting', locale], greeting, intents),
  );
  return [...greetings, ...lostSegments({ document, content })];
}

function intentsOf(files: readonly Checked<FaqFile>[]): ReadonlySet<string> {
  return new Set(files.flatMap(({ content }) => content.faqs.map((faq) => faq.intent)));
}

/** Names that two FAQs have. */
export function repeatedIntents(files: readonly Checked<FaqFile>[]): FileProblem[] {
  const problems: FileProblem[] = [];
  const firsts = new Map<string, { document: JsonDocument; path: JsonPath }>();
  for (const { document, content } of files) {
    for (const [index, { intent }] of content.faqs.entries()) {
      const path = ['faqs', index, 'intent'];
      const first = firsts.get(intent);
      if (!first) {
        firsts.set(intent, { document, path });
        continue;
      }
      const { file, line } = first.document.problemAt(first.path, '');
      const message = `"${intent}" already stands in ${file}, line ${line}; each name stands once`;
      problems.push(document.problemAt(path, message));
    }
  }
  return problems;
}

/** More FAQs than a site can have. */
export function tooMany(files: readonly Checked<FaqFile>[]): FileProblem[] {
  let count = 0;
  for (const { document, content } of files) {
    count += content.faqs.length;
    if (count > MAX_FAQS) return [document.problemAt(['faqs'], `a site can have at most ${MAX_FAQS} FAQs in all`)];
  }
  return [];
}

function missingLanguages(
  document: JsonDocument,
  path: JsonPath,
  texts: Localized<unknown>,
  languages: readonly Locale[],
): FileProblem[] {
  return languages
    .filter((locale) => texts[locale] === undefined)
    .map((locale) =>
      document.problemAt(
        path,
        `"${path.at(-1)}" has no "${locale}", but the site speaks ${languages.join(' and ')}`,
        'key',
      ),
    );
}

function lostReferences(
  document: JsonDocument,
  at: JsonPath,
  faq: FaqEntry,
  intents: ReadonlySet<string>,
): FileProblem[] {
  const problems: FileProblem[] = [];
  if (faq.followUp !== undefined && !intents.has(faq.followUp)) {
    problems.push(
      document.problemAt(
        [...at, 'followUp'],
        `there is no FAQ "${faq.followUp}" to follow up with${meantWords(faq.followUp, intents)}`,
      ),
    );
  } else if (faq.followUp === faq.intent) {
    problems.push(document.problemAt([...at, 'followUp'], `"${faq.intent}" cannot follow up on itself`));
  }
  for (const [locale, answer] of Object.entries(faq.answer)) {
    problems.push(...lostReplies(document, [...at, 'answer', locale], answer, intents));
  }
  for (const [locale, tests] of Object.entries(faq.tests ?? {})) {
    for (const [index, { expect }] of tests.entries()) {
      if (EXPECTED_OTHERWISE.includes(expect) || isKnown(expect, intents)) continue;
      const path = [...at, 'tests', locale, index, 'expect'];
      problems.push(
        document.problemAt(
          path,
          `there is no FAQ "${expect}" that this test could expect${meantWords(expect, intents)}`,
        ),
      );
    }
  }
  return problems;
}

function lostArticles(
  document: JsonDocument,
  at: JsonPath,
  { articles = [] }: FaqEntry,
  names: readonly string[] | undefined,
): FileProblem[] {
  return articles.flatMap((slug, index) => {
    if (names === undefined || names.some((name) => name.startsWith(`${slug}.`))) return [];
    const slugs = new Set(names.map((name) => name.replace(/\..*$/s, '')));
    const message = `there is no article "${slug}" in articles/${meantWords(slug, slugs)}`;
    return document.problemAt([...at, 'articles', index], message);
  });
}

function lostReplies(
  document: JsonDocument,
  at: JsonPath,
  message: string | Sayable,
  intents: ReadonlySet<string>,
): FileProblem[] {
  if (typeof message === 'string') return [];
  const inVariants = (message.variants ?? []).flatMap((variant, index) =>
    lostReplies(document, [...at, 'variants', index], variant, intents),
  );
  const lost = (message.quickReplies ?? []).flatMap((reply, index) => {
    if (typeof reply === 'string' || reply.intent === undefined || isKnown(reply.intent, intents)) return [];
    const path = [...at, 'quickReplies', index, 'intent'];
    return document.problemAt(
      path,
      `there is no FAQ "${reply.intent}" behind this button${meantWords(reply.intent, intents)}`,
    );
  });
  return [...lost, ...inVariants];
}

function isKnown(intent: string, intents: ReadonlySet<string>): boolean {
  return intents.has(intent) || BUILT_IN_INTENTS.has(intent);
}
