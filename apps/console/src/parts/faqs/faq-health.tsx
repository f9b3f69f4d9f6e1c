import type { Confusion, FaqRow } from '../../state/api/faq-api.ts';
import type { Locale } from '../../state/wire-types.ts';
import { useTexts } from '../../texts/index.ts';

interface FaqHealthProps {
  row: FaqRow;
  locales: readonly Locale[];
  /** Who swallows its sentences, as far as it was measured. */
  confusions: readonly Confusion[];
  nameOf(intent: string): string;
}

/** Fewer than that teach little; lint says the same. */
const ENOUGH = 6;
/** One odd sentence of an FAQ is nobody's fault. */
const SWALLOWED_FROM = 2;

/** What is not well about an FAQ, the gravest first, in words. */
export function FaqHealth({ row, locales, confusions, nameOf }: FaqHealthProps) {
  const { t, locale } = useTexts();
  const { health } = t.faqs;
  const missing = locales.filter((locale) => !row.question[locale] || !row.answer[locale]?.text);
  const few = locales.filter((locale) => !missing.includes(locale) && (row.phrasings[locale]?.length ?? 0) < ENOUGH);
  const swallowed = confusions.filter(({ intent, count }) => intent === row.intent && count >= SWALLOWED_FROM);
  // Said above in other words.
  const others = row.findings.filter(({ rule }) => !['few-phrasings', 'missing-language'].includes(rule));
  const well = missing.length + few.length + swallowed.length + others.length + row.failing.length === 0;
  return (
    <>
      <p class="health">
        {well && <span class="tag tag-good">{t.faqs.healthy}</span>}
        {missing.map((locale) => (
          <span class="tag tag-bad" key={locale}>
            {health.missing(t.common.languages[locale])}
          </span>
        ))}
        {row.failing.length > 0 && <span class="tag tag-bad">{health.failing(row.failing.length)}</span>}
        {swallowed.map(({ by, count, examples }) => (
          <span class="tag tag-warn" key={by} title={examples.join(' · ')}>
            {health.swallowed(count, nameOf(by))}
          </span>
        ))}
        {few.map((locale) => (
          <span class="tag" key={locale}>
            {health.few(row.phrasings[locale]?.length ?? 0, t.common.languages[locale])}
          </span>
        ))}
      </p>
      {(row.failing.length > 0 || others.length > 0) && (
        <details class="health-more">
          <summary>{health.notes(row.failing.length + others.length)}</summary>
          <ul>
            {row.failing.map(({ ask, got, locale }) => (
              <li key={`${locale} ${ask}`}>{health.failingTest(ask, t.faqs.otherwise[got] ?? nameOf(got))}</li>
            ))}
            {others.map(({ rule, message, line }, at) => (
              <li key={at}>
                {t.change.rules[rule] ?? rule}{' '}
                <small class="muted" title={locale === 'en' ? message : undefined}>
                  {t.editor.inFile(row.file, line)}
                </small>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
