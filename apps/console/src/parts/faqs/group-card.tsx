import { useState } from 'preact/hooks';
import { roughly } from '../../state/durations.ts';
import { faqApi } from '../../state/api/faq-api.ts';
import type { FaqForm, FaqList, QuestionGroup, Wording } from '../../state/api/faq-api.ts';
import { filledFirst } from '../../state/faqs/faq-draft.ts';
import { cleanForm, EMPTY_FORM, faqName, incompleteIn, languageOf } from '../../state/faqs/faq-form.ts';
import { report } from '../../state/report.ts';
import { DESK, go } from '../../state/route.ts';
import { useChange } from '../../state/faqs/use-change.ts';
import type { Locale } from '../../state/wire-types.ts';
import { useTexts } from '../../texts/index.ts';
import { ChangeStatus, isUnderWay } from './change-status.tsx';
import { onlyCategory } from './category-field.tsx';
import { FaqEditor } from './faq-editor.tsx';
import { OutOfScopePicker } from './out-of-scope-picker.tsx';
import { PhrasingPicker } from './phrasing-picker.tsx';

interface GroupCardProps {
  site: string;
  group: QuestionGroup;
  list: FaqList;
  now: number;
  /** Its questions are done: added, or `undone` when that was taken back. */
  onChanged(undone: boolean): void;
  onStatus(status: 'ignored' | 'added'): void;
}

/** Below that a guess is none. */
const NEAR = 0.1;
/** From here on it is more likely that the nearest FAQ answers it than that a new one is needed. */
const LIKELY = 0.4;
/** Wordings that are shown before somebody asks for more. */
const SHOWN = 3;

/** Questions that mean the same, and what can be done about them. */
export function GroupCard({ site, group, list, now, onChanged, onStatus }: GroupCardProps) {
  const { t, locale } = useTexts();
  const [doing, setDoing] = useState<'add' | 'write' | 'leave' | null>(null);
  const [all, setAll] = useState(false);
  const { flow, step } = useChange(site, onChanged);
  const nameOf = (intent: string) => faqName(list.faqs, intent, locale);
  const [first, ...others] = group.wordings;
  const shown = all ? others : others.slice(0, SHOWN - 1);
  const nearest = group.nearest.find(({ confidence }) => confidence >= NEAR);
  const busy = isUnderWay(step);
  const likeliest = group.answered ? null : nearest && nearest.confidence >= LIKELY ? 'add' : 'write';
  const likely = (action: 'add' | 'write') => (action === likeliest ? 'button button-primary' : 'button');
  const begin = (what: 'add' | 'write' | 'leave') => {
    setDoing(what);
    // How well the bot answers now is asked of every change: it can be measured while the owner writes.
    faqApi.quality(site).catch((cause: unknown) => report('It was not measured ahead.', cause));
  };
  const leave = () => {
    flow.back();
    setDoing(null);
  };
  if (!first) return null;
  return (
    <li class="group" data-group={group.id}>
      <h2 class="group-title" lang={first.locale}>
        <WordingText site={site} wording={first} />
      </h2>
      <p class="group-facts">
        <b>{t.unanswered.asked(group.count)}</b>
        {group.searched > 0 && <span>{t.unanswered.searched(group.searched, group.count)}</span>}
        <span>{t.unanswered.last(t.inbox.ago(roughly(now - group.lastAt)))}</span>
        {group.answered ? (
          <span class="tag tag-good" title={t.unanswered.answeredHint}>
            {t.unanswered.answeredNow}
          </span>
        ) : (
          <span>
            {nearest
              ? t.unanswered.nearest(nameOf(nearest.intent), Math.floor(nearest.confidence * 100))
              : t.unanswered.nothingNear}
          </span>
        )}
      </p>
      {shown.length > 0 && (
        <ul class="group-wordings">
          {shown.map((wording) => (
            <li key={wording.text} lang={wording.locale}>
              <WordingText site={site} wording={wording} />
              {wording.times > 1 && <small class="muted"> ×{wording.times}</small>}
            </li>
          ))}
        </ul>
      )}
      {others.length > shown.length && (
        <button type="button" class="link" onClick={() => setAll(true)}>
          {t.unanswered.moreWordings(others.length - shown.length)}
        </button>
      )}
      {doing === null && (
        <div class="group-foot">
          {group.answered && (
            <button type="button" class="button button-primary" onClick={() => onStatus('added')}>
              {t.unanswered.done}
            </button>
          )}
          <button type="button" class={likely('add')} onClick={() => begin('add')}>
            {t.unanswered.add}
          </button>
          <button type="button" class={likely('write')} onClick={() => begin('write')}>
            {t.unanswered.write}
          </button>
          <button type="button" class="button" onClick={() => begin('leave')}>
            {t.outOfScope.choose}
          </button>
          <button type="button" class="button" onClick={() => onStatus('ignored')}>
            {t.unanswered.ignore}
          </button>
        </div>
      )}
      {doing === 'add' && (
        <PhrasingPicker
          group={group}
          faqs={list.faqs}
          locales={list.locales}
          disabled={busy}
          onAdd={(change) => void flow.begin(change, group.keys)}
          onCancel={leave}
        />
      )}
      {doing === 'leave' && (
        <OutOfScopePicker
          group={group}
          faqs={list.faqs}
          locales={list.locales}
          disabled={busy}
          onTeach={(change) => void flow.begin(change, group.keys)}
          onCancel={leave}
        />
      )}
      {doing === 'write' && (
        <NewAnswer
          site={site}
          group={group}
          list={list}
          disabled={busy}
          onSave={(category, faq) => void flow.begin({ kind: 'add_faq', category, faq }, group.keys)}
          onCancel={leave}
        />
      )}
      <ChangeStatus flow={flow} step={step} nameOf={nameOf} />
    </li>
  );
}

/** A sentence, and the way to the conversation that it was asked in; what was only searched for has none. */
function WordingText({ site, wording }: { site: string; wording: Wording }) {
  const { t } = useTexts();
  const { conversation } = wording;
  const text = typeof wording.text === 'string' ? wording.text : '';
  if (conversation === null) return <span class="wording">{text}</span>;
  return (
    <button
      type="button"
      class="wording"
      title={t.unanswered.read}
      onClick={() => go({ ...DESK, site, filter: 'open', conversation })}
    >
      {text}
    </button>
  );
}

interface NewAnswerProps {
  site: string;
  group: QuestionGroup;
  list: FaqList;
  disabled: boolean;
  onSave(category: string, form: FaqForm): void;
  onCancel(): void;
}

/** A new FAQ that begins with what was asked. */
function NewAnswer({ site, group, list, disabled, onSave, onCancel }: NewAnswerProps) {
  const { t } = useTexts();
  const [form, setForm] = useState(() => formFor(group, list.locales));
  // The language in which it was asked first; it stays so while the other one is filled.
  const [locales] = useState(() => filledFirst(form, list.locales));
  const [category, setCategory] = useState(() => categoryFor(group, list));
  const missing = incompleteIn(form, list.locales);
  const problem = !category.trim()
    ? t.editor.needCategory
    : missing && t.editor.incomplete(t.common.languages[missing]);
  return (
    <div class="picker">
      <FaqEditor
        form={form}
        onChange={setForm}
        locales={locales}
        faqs={list.faqs}
        site={site}
        intent={null}
        category={{ value: category, list, onChange: setCategory }}
        disabled={disabled}
      />
      {problem && <p class="muted">{problem}</p>}
      <div class="group-foot">
        <button
          type="button"
          class="button button-primary"
          disabled={disabled || problem !== null}
          onClick={() => onSave(category.trim(), cleanForm(form))}
        >
          {t.common.save}
        </button>
        <button type="button" class="button" onClick={onCancel}>
          {t.common.cancel}
        </button>
      </div>
    </div>
  );
}

function formFor({ wordings }: QuestionGroup, locales: readonly Locale[]): FaqForm {
  const form: FaqForm = { ...EMPTY_FORM, question: {}, phrasings: {} };
  for (const { text } of wordings) {
    const language = languageOf(text, locales);
    form.question[language] ??= text;
    form.phrasings[language] = [...(form.phrasings[language] ?? []), text];
  }
  return form;
}

/** Where the nearest FAQ stands, a new one will not be far. */
function categoryFor({ nearest }: QuestionGroup, list: FaqList): string {
  const near = nearest.find(({ confidence }) => confidence >= NEAR);
  return list.faqs.find(({ intent }) => intent === near?.intent)?.category ?? onlyCategory(list);
}
