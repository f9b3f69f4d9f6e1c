import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { ChangeStatus, isUnderWay } from '../parts/faqs/change-status.tsx';
import { onlyCategory } from '../parts/faqs/category-field.tsx';
import { FaqEditor } from '../parts/faqs/faq-editor.tsx';
import { FaqToDo } from '../parts/faqs/faq-to-do.tsx';
import type { SiteBrief } from '../state/api/api.ts';
import { drafts } from '../state/drafts.ts';
import { faqApi } from '../state/api/faq-api.ts';
import type { FaqChange, FaqList } from '../state/api/faq-api.ts';
import { unfinishedVariant } from '../state/faqs/answer-variants.ts';
import { cleanForm, EMPTY_FORM, faqName, formOf, incompleteIn, oursFirst } from '../state/faqs/faq-form.ts';
import { filledFirst, formOfDraft, keptFaqForm, leaveFaq, takeFaqDraft } from '../state/faqs/faq-draft.ts';
import { go } from '../state/route.ts';
import { useChange } from '../state/faqs/use-change.ts';
import { useTexts } from '../texts/index.ts';
import { variantTexts } from '../texts/variant-texts.ts';

interface FaqPageProps {
  site: SiteBrief;
  list: FaqList;
  /** Null: a new one. */
  intent: string | null;
  /** The files say something else now. */
  onChanged(): void;
}

const toList = () => go({ screen: 'faqs', edit: null });

/** One FAQ, to be changed or deleted; or a new one. */
export function FaqPage({ site, list, intent, onChanged }: FaqPageProps) {
  const { t, locale } = useTexts();
  const row = list.faqs.find((each) => each.intent === intent) ?? null;
  /** What a new one begins with, when it was said in a conversation. */
  const [said] = useState(() => (intent === null ? takeFaqDraft() : null));
  const keep = `faq ${site.id} ${intent ?? '+'}`;
  /** What was written before a reload, unless a new one begins with what was said. */
  const [kept] = useState(() => (said ? null : keptFaqForm(drafts.read(keep))));
  const [form, setForm] = useState(
    () => kept?.form ?? (row ? formOf(row) : said ? formOfDraft(said, list.locales) : EMPTY_FORM),
  );
  /** What was said in a conversation stands first, and the other language below it. */
  const [locales] = useState(() => (said === null ? oursFirst(list.locales, locale) : filledFirst(form, list.locales)));
  /** What the form began with: somebody else may change the file meanwhile, and the server then says so. */
  const [version, setVersion] = useState(kept?.version ?? row?.version ?? '');
  const [category, setCategory] = useState(onlyCategory(list));
  const { flow, step } = useChange(site.id, (undone) => {
    onChanged();
    if (!undone) leave();
  });
  const [tried, setTried] = useState(false);
  useEffect(() => document.getElementById('faq-title')?.focus(), []);
  const isTouched = JSON.stringify(form) !== JSON.stringify(row ? formOf(row) : EMPTY_FORM);
  useLayoutEffect(
    () => drafts.write(keep, isTouched ? JSON.stringify({ form, version }) : ''),
    [keep, form, version, isTouched],
  );
  /** Nothing is kept of what was saved or given up. */
  const leave = () => {
    leaveFaq(said);
    drafts.write(keep, '');
  };

  const nameOf = (each: string) => faqName(list.faqs, each, locale);
  const busy = isUnderWay(step);
  const missing = incompleteIn(form, list.locales);
  const unfinished = unfinishedVariant(form, list.locales);
  const unchanged = row !== null && JSON.stringify(cleanForm(form)) === JSON.stringify(cleanForm(formOf(row)));
  const problem = missing
    ? t.editor.incomplete(t.common.languages[missing])
    : !row && !category.trim()
      ? t.editor.needCategory
      : unchanged
        ? t.editor.unchanged
        : null;
  /** A word that is typed and not left yet is taken by the press of Save: only then is it known what is missing. */
  const missingOfVariant =
    unfinished && variantTexts[locale].unfinished(t.common.languages[unfinished.locale], unfinished.place);
  const save = () => {
    setTried(unfinished !== null);
    if (unfinished === null) void flow.begin(changeOf(version));
  };
  /** Another answer says what was left to say. */
  const settles =
    row !== null &&
    row.toDo !== null &&
    JSON.stringify(cleanForm(form).answer) !== JSON.stringify(cleanForm(formOf(row)).answer);
  const changeOf = (base: string): FaqChange =>
    intent === null
      ? { kind: 'add_faq', category: category.trim(), faq: cleanForm(form) }
      : { kind: 'edit_faq', intent, version: base, faq: cleanForm(form), ...(settles && { settled: true }) };
  /** The FAQ as its file has it by now. */
  const newest = async () => {
    const found = (await faqApi.list(site.id)).faqs.find((each) => each.intent === intent);
    onChanged();
    return found;
  };
  const takeTheirs = async () => {
    const found = await newest();
    if (!found) return;
    setForm(formOf(found));
    setVersion(found.version);
    flow.back();
  };
  const keepMine = async () => {
    const found = await newest();
    if (!found) return;
    setVersion(found.version);
    void flow.begin(changeOf(found.version));
  };

  if (intent !== null && row === null) {
    return (
      <section class="page">
        <p class="note note-bad">{t.editor.gone}</p>
        <button type="button" class="button" onClick={toList}>
          {t.common.back}
        </button>
      </section>
    );
  }
  return (
    <section class="page" aria-labelledby="faq-title">
      <button type="button" class="link" onClick={toList}>
        ← {t.faqs.title}
      </button>
      <h1 id="faq-title" tabIndex={-1}>
        {row ? nameOf(row.intent) : t.editor.newTitle}
      </h1>
      <p class="muted">{row && `${row.intent} · ${t.editor.inFile(row.file, row.line)}`}</p>
      {row && <FaqToDo row={row} />}
      <FaqEditor
        form={form}
        onChange={setForm}
        locales={locales}
        faqs={list.faqs.filter((each) => each.intent !== intent)}
        site={site.id}
        intent={intent}
        category={row ? null : { value: category, list, onChange: setCategory }}
        disabled={busy}
      />
      <ChangeStatus
        flow={flow}
        step={step}
        nameOf={nameOf}
        onTheirs={row ? () => void takeTheirs() : undefined}
        onMine={row ? () => void keepMine() : undefined}
      />
      {!busy && (
        <>
          {problem && <p class="muted">{problem}</p>}
          {tried && missingOfVariant !== null && (
            <p class="note note-bad" role="alert">
              {missingOfVariant}
            </p>
          )}
          <div class="group-foot">
            <button type="button" class="button button-primary" disabled={problem !== null} onClick={save}>
              {t.common.save}
            </button>
            <button type="button" class="button" onClick={leave}>
              {t.common.cancel}
            </button>
            {row?.toDo && unchanged && (
              <button
                type="button"
                class="button"
                onClick={() => void flow.begin({ kind: 'settle_faq', intent: row.intent, version })}
              >
                {t.faqs.asItIs}
              </button>
            )}
            {row && (
              <button
                type="button"
                class="button button-bad"
                onClick={() => void flow.begin({ kind: 'delete_faq', intent: row.intent, version })}
              >
                {t.editor.remove}
              </button>
            )}
          </div>
        </>
      )}
    </section>
  );
}
