import { LOCALES } from '@solodesk/core';
import { planNewFaqs } from '../editing/add-faqs.ts';
import { withTexts, withValue } from '../editing/edit-json-text.ts';
import { essence } from '../lint/essence.ts';
import type { Edit } from '../editing/edit-site-file.ts';
import type { FaqEntry } from '../schemas/faq-schema.ts';
import type { JsonPath } from '../json-document.ts';
import type { SiteFiles } from '../site-files.ts';
import { formOf } from './faq-change.ts';
import { saidEntry, variantEntry, withVariants } from './plan-variants.ts';
import type { AnswerForm, FaqChange, FaqForm, OutOfScopeChange } from './faq-change.ts';
import { refuse } from './faq-refusal.ts';
import type { FaqRefusal } from './faq-refusal.ts';
import { faqRows, findFaq, TO_DO } from './faq-rows.ts';
import type { FaqRow } from './faq-rows.ts';
import { freeIntent } from './free-intent.ts';
import { planOutOfScope } from './plan-out-of-scope.ts';

/** The one file that a change comes to, as text; what it does not name keeps every character. */
export function planFaqChange(files: SiteFiles, siteId: string, change: FaqChange): Edit | FaqRefusal {
  if (files.siteJson === null) return { reason: 'invalid', problems: files.problems };
  if (change.kind === 'add_faq') {
    const taken = new Set(faqRows(files).map(({ entry }) => entry.intent));
    return planNewFaqs(files, siteId, change.category, [newEntry(freeIntent(change, taken), change.faq)]);
  }
  if (change.kind === 'add_out_of_scope' || change.kind === 'set_out_of_scope') {
    return planOutOfScope(files, siteId, change);
  }
  const row = findFaq(files, change.intent);
  if (row === null) return refuse(siteId, 'gone', `there is no FAQ "${change.intent}" any more`);
  if (change.kind !== 'add_phrasings' && row.version !== change.version) {
    return refuse(row.file, 'changed', `"${change.intent}" was changed in the meantime`);
  }
  const before = files.faqs.find(({ file }) => file === row.file)?.text ?? '';
  return { file: row.file, before, after: changed(before, row, change) };
}

function changed(
  text: string,
  row: FaqRow,
  change: Exclude<FaqChange, { kind: 'add_faq' } | OutOfScopeChange>,
): string {
  const at = ['faqs', row.index];
  if (change.kind === 'delete_faq') return withValue(text, at, undefined);
  if (change.kind === 'settle_faq') return settled(text, at);
  if (change.kind === 'edit_faq') {
    const after = edited(text, at, row.entry, change.faq);
    return change.settled === true ? settled(after, at) : after;
  }
  const phrasings = { ...row.entry.phrasings };
  for (const locale of LOCALES) {
    const known = phrasings[locale] ?? [];
    const fresh = (change.phrasings[locale] ?? []).map((each) => each.trim()).filter((each) => each !== '');
    phrasings[locale] = [...known, ...fresh.filter((each, n) => !known.includes(each) && fresh.indexOf(each) === n)];
  }
  return edited(text, at, row.entry, { ...formOf(row.entry), phrasings });
}

function settled(text: string, at: JsonPath): string {
  return withValue(text, [...at, TO_DO], undefined);
}

function edited(text: string, at: JsonPath, entry: FaqEntry, wanted: FaqForm): string {
  let result = text;
  const now = formOf(entry);
  for (const locale of LOCALES) {
    result = withTextIn(result, [...at, 'question', locale], now.question[locale], clean(wanted.question[locale]));
    result = withPhrasings(result, [...at, 'phrasings', locale], entry.phrasings[locale], wanted.phrasings[locale]);
    result = withAnswer(
      result,
      [...at, 'answer', locale],
      entry.answer[locale],
      now.answer[locale],
      wanted.answer[locale],
    );
  }
  if (wanted.followUp !== now.followUp) result = withValue(result, [...at, 'followUp'], wanted.followUp ?? undefined);
  return result;
}

function withTextIn(text: string, path: JsonPath, now: string | undefined, wanted: string | undefined): string {
  // White space at the ends is the file's own affair.
  return wanted === now?.trim() ? text : withValue(text, path, wanted);
}

function withPhrasings(text: string, path: JsonPath, now: string[] | undefined, wanted: string[] | undefined): string {
  const texts = (wanted ?? []).map((each) => each.trim()).filter((each) => each !== '');
  if (now === undefined) return texts.length === 0 ? text : withValue(text, path, texts);
  if (texts.length === 0) return withValue(text, path, undefined);
  return withTexts(
    text,
    path,
    now,
    texts.map((each) => now.find((known) => known.trim() === each) ?? each),
  );
}

function withAnswer(
  text: string,
  path: JsonPath,
  entry: FaqEntry['answer']['en'],
  now: AnswerForm | undefined,
  wanted: AnswerForm | undefined,
): string {
  const words = clean(wanted?.text);
  if (wanted === undefined || words === undefined) return now === undefined ? text : withValue(text, path, undefined);
  if (entry === undefined || typeof entry === 'string') {
    if (isPlain(wanted)) return withTextIn(text, path, entry, words);
    return withValue(text, path, answerEntry({ ...wanted, text: words }));
  }
  let result = withTextIn(text, [...path, 'text'], entry.text, words);
  for (const part of ['quickReplies', 'links'] as const) {
    if (JSON.stringify(now?.[part]) === JSON.stringify(wanted[part])) continue;
    result = withValue(result, [...path, part], wanted[part].length === 0 ? undefined : wanted[part]);
  }
  if (wanted.variants === undefined) return result;
  return withVariants(result, [...path, 'variants'], entry.variants ?? [], now?.variants ?? [], wanted.variants);
}

function newEntry(intent: string, form: FaqForm): FaqEntry {
  const entry: FaqEntry = { intent, question: {}, phrasings: {}, answer: {} };
  for (const locale of LOCALES) {
    const [question, answer] = [clean(form.question[locale]), form.answer[locale]];
    const phrasings = (form.phrasings[locale] ?? []).map((each) => each.trim()).filter((each) => each !== '');
    if (question !== undefined) entry.question[locale] = question;
    // The form begins with what was asked as question and as phrasing: the bot learns both, and the same twice teaches nothing.
    const others = differing(phrasings, question);
    // A question with nothing else is at least asked in its own words.
    const asked = others.length > 0 ? others : question === undefined ? [] : [question];
    if (asked.length > 0) entry.phrasings[locale] = asked;
    if (answer !== undefined && clean(answer.text) !== undefined) entry.answer[locale] = answerEntry(answer);
  }
  if (form.followUp !== null) entry.followUp = form.followUp;
  return entry;
}

/** Sentences that differ, each from those before it and from the question, as lint tells them apart. */
function differing(sentences: readonly string[], question: string | undefined): string[] {
  const known = new Set([essence(question ?? '')]);
  return sentences.filter((sentence) => {
    const isNew = !known.has(essence(sentence));
    known.add(essence(sentence));
    return isNew;
  });
}

function isPlain({ links, quickReplies, variants = [] }: AnswerForm): boolean {
  return links.length === 0 && quickReplies.length === 0 && variants.length === 0;
}

function answerEntry(form: AnswerForm): NonNullable<FaqEntry['answer']['en']> {
  if (isPlain(form)) return form.text.trim();
  const { variants = [] } = form;
  return { ...saidEntry(form), ...(variants.length > 0 && { variants: variants.map(variantEntry) }) };
}

function clean(text: string | undefined): string | undefined {
  return text === undefined || text.trim() === '' ? undefined : text.trim();
}
