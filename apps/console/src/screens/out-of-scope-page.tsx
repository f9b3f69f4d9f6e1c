import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { ChangeStatus, isUnderWay } from '../parts/faqs/change-status.tsx';
import { Field } from '../parts/controls/field.tsx';
import { outOfScopeWords } from '../parts/faqs/out-of-scope-words.ts';
import type { SiteBrief } from '../state/api/api.ts';
import { drafts } from '../state/drafts.ts';
import { faqApi } from '../state/api/faq-api.ts';
import type { FaqChange, FaqList, Localized, OutOfScopeRow } from '../state/api/faq-api.ts';
import { faqName, oursFirst } from '../state/faqs/faq-form.ts';
import { keptOutOfScope, linesOf, outOfScopeFault, sentencesOf } from '../state/faqs/out-of-scope.ts';
import { go } from '../state/route.ts';
import { useChange } from '../state/faqs/use-change.ts';
import type { Locale } from '../state/wire-types.ts';
import { useTexts } from '../texts/index.ts';

interface OutOfScopeProps {
  site: SiteBrief;
  list: FaqList;
  /** The files say something else now. */
  onChanged(): void;
}

const toList = () => go({ screen: 'faqs', edit: null });

/** What no FAQ answers: the sentences that the bot leaves to a person. */
export function OutOfScopePage({ site, list, onChanged }: OutOfScopeProps) {
  const { t } = useTexts();
  const rows = list.outOfScope.length > 0 ? list.outOfScope : [null];
  useEffect(() => document.getElementById('out-of-scope-title')?.focus(), []);
  return (
    <section class="page" aria-labelledby="out-of-scope-title">
      <button type="button" class="link" onClick={toList}>
        ← {t.faqs.title}
      </button>
      <h1 id="out-of-scope-title" tabIndex={-1}>
        {t.outOfScope.title}
      </h1>
      <p class="muted out-of-scope-text">{t.outOfScope.text}</p>
      {rows.map((row) => (
        <section key={row?.file ?? ''} aria-label={row?.file ?? t.outOfScope.title}>
          {rows.length > 1 && row && <h2 class="path">{row.file}</h2>}
          <OutOfScopeForm site={site} list={list} row={row} onChanged={onChanged} />
        </section>
      ))}
    </section>
  );
}

/** The sentences of one file, a line each. */
function OutOfScopeForm({ site, list, row, onChanged }: OutOfScopeProps & { row: OutOfScopeRow | null }) {
  const { t, locale: ours } = useTexts();
  const locales = oursFirst(list.locales, ours);
  const keep = `out-of-scope ${site.id} ${row?.file ?? ''}`;
  const [kept] = useState(() => keptOutOfScope(drafts.read(keep)));
  const [texts, setTexts] = useState(() => kept?.texts ?? textsOf(row, list.locales));
  /** What the form began with: somebody else may change the file meanwhile, and the server then says so. */
  const [version, setVersion] = useState(kept?.version ?? row?.version ?? '');
  const { flow, step } = useChange(site.id, (undone) => {
    onChanged();
    if (!undone) leave();
  });
  const isTouched = JSON.stringify(texts) !== JSON.stringify(textsOf(row, list.locales));
  useLayoutEffect(
    () => drafts.write(keep, isTouched ? JSON.stringify({ texts, version }) : ''),
    [keep, texts, version, isTouched],
  );
  /** Nothing is kept of what was saved or given up. */
  const leave = () => {
    toList();
    drafts.write(keep, '');
  };
  const faultIn = (locale: Locale) =>
    outOfScopeFault(sentencesOf(texts[locale]), locale, list.faqs, row?.sentences[locale]);
  const isBad = locales.some((locale) => faultIn(locale) !== null);
  const unchanged = locales.every(
    (locale) => sentencesOf(texts[locale]).join('\n') === linesOf(row?.sentences[locale]),
  );
  const begin = (from: OutOfScopeRow | null, base: string) => {
    const sentences = Object.fromEntries(locales.map((locale) => [locale, sentencesOf(texts[locale])]));
    const change: FaqChange = { kind: 'set_out_of_scope', file: from?.file ?? null, version: base, sentences };
    void flow.begin(change);
  };
  /** What stands there by now; a first file may have come in the meantime. */
  const newest = async () => {
    const { outOfScope } = await faqApi.list(site.id);
    onChanged();
    return outOfScope.find(({ file }) => row === null || file === row.file) ?? null;
  };
  const takeTheirs = async () => {
    const theirs = await newest();
    setTexts(textsOf(theirs, list.locales));
    setVersion(theirs?.version ?? '');
    flow.back();
  };
  const keepMine = async () => {
    const theirs = await newest();
    setVersion(theirs?.version ?? '');
    begin(theirs, theirs?.version ?? '');
  };
  const busy = isUnderWay(step);
  return (
    <>
      <fieldset class="faq-editor" disabled={busy}>
        <div class="faq-editor-languages">
          {locales.map((locale) => {
            const fault = faultIn(locale);
            return (
              <Field
                key={locale}
                label={t.outOfScope.field(t.common.languages[locale], sentencesOf(texts[locale]).length)}
                hint={t.outOfScope.hint}
                error={fault && outOfScopeWords(t, fault, list.faqs, ours)}
              >
                <textarea
                  lang={locale}
                  rows={12}
                  value={texts[locale] ?? ''}
                  onInput={({ currentTarget: { value } }) => setTexts({ ...texts, [locale]: value })}
                />
              </Field>
            );
          })}
        </div>
      </fieldset>
      <ChangeStatus
        flow={flow}
        step={step}
        nameOf={(intent) => faqName(list.faqs, intent, ours)}
        onTheirs={() => void takeTheirs()}
        onMine={() => void keepMine()}
      />
      {!busy && (
        <>
          {unchanged && <p class="muted">{t.editor.unchanged}</p>}
          <div class="group-foot">
            <button
              type="button"
              class="button button-primary"
              disabled={unchanged || isBad}
              onClick={() => begin(row, version)}
            >
              {t.common.save}
            </button>
            <button type="button" class="button" onClick={leave}>
              {t.common.cancel}
            </button>
          </div>
        </>
      )}
    </>
  );
}

function textsOf(row: OutOfScopeRow | null, locales: readonly Locale[]): Localized<string> {
  return Object.fromEntries(locales.map((locale) => [locale, linesOf(row?.sentences[locale])]));
}
