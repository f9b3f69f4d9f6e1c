import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { LanguageSwitch } from '../../parts/controls/language-switch.tsx';
import { api } from '../../state/api/api.ts';
import type { Session, SiteInput } from '../../state/api/api.ts';
import { prefer, readItem, writeItem } from '../../state/preferences.ts';
import { focusFault } from '../../state/focus-fault.ts';
import { DESK, go } from '../../state/route.ts';
import { asApiError, refreshSession } from '../../state/session.ts';
import { errorText, useTexts } from '../../texts/index.ts';
import { changedInput, draftOf, newDraft, toInput } from './draft.ts';
import type { Draft } from './draft.ts';
import { StepBusiness } from './step-business.tsx';
import { StepColours } from './step-colours.tsx';
import { StepFaqs } from './step-faqs.tsx';
import { StepHours } from './step-hours.tsx';
import { StepLanguages } from './step-languages.tsx';
import { StepSnippet } from './step-snippet.tsx';
import { StepTest } from './step-test.tsx';
import { problemOf, STEPS } from './steps.ts';
import type { Step } from './steps.ts';
import { report } from '../../state/report.ts';

interface Kept {
  draft: Draft;
  step: Step;
  /** The site was made; what comes after shows it. */
  made: boolean;
  /** As it was read or saved last; left out where that is not known. */
  saved?: SiteInput;
}

const KEY = 'solodesk.console.wizard';
const FORMS = {
  business: StepBusiness,
  languages: StepLanguages,
  hours: StepHours,
  colours: StepColours,
  faqs: StepFaqs,
} as const;

/** Makes a site, or changes one: a step at a time, each can be skipped, nothing that was typed is lost. */
export function Wizard({ session, edit }: { session: Session; edit: string | null }) {
  const { t, w, locale } = useTexts();
  const [kept, setKept] = useState<Kept | null>(() => (edit ? null : readKept(session, locale)));
  const [failure, setFailure] = useState<string | null>(null);

  useEffect(() => {
    if (!edit) return;
    setKept(null);
    api.site(edit).then(
      ({ site }) => {
        const draft = draftOf(site);
        setKept({ draft, step: 'business', made: true, saved: toInput(draft) });
      },
      (cause: unknown) => setFailure(errorText(t, asApiError(cause))),
    );
  }, [edit, t]);
  useLayoutEffect(() => {
    if (!edit && kept) writeItem(sessionStorage, KEY, JSON.stringify(kept));
  }, [edit, kept]);

  if (kept) return <WizardSteps key={edit} session={session} edit={edit} kept={kept} onChange={setKept} />;
  return (
    <main class="wizard">
      <p class={failure ? 'note note-bad' : 'muted'} role="status">
        {failure ?? t.common.loading}
      </p>
      <button type="button" class="button" onClick={() => go(DESK)}>
        {w.leaveEdit}
      </button>
    </main>
  );
}

interface StepsProps {
  session: Session;
  edit: string | null;
  kept: Kept;
  onChange(kept: Kept): void;
}

function WizardSteps({ session, edit, kept, onChange }: StepsProps) {
  const { t, w } = useTexts();
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const [faults, setFaults] = useState(0);
  const { draft, step, made } = kept;
  const editing = edit !== null;
  const changing = editing || made;
  const at = STEPS.indexOf(step);
  const words: { title: string; text: string; editTitle?: string; editText?: string } = w[step];
  const problem = problemOf(step, draft, changing, session.sites, w);
  const isLast = at === STEPS.length - 1;

  useEffect(() => heading.current?.focus(), [step]);
  useEffect(() => {
    if (faults > 0) focusFault(form.current);
  }, [faults]);

  const goTo = (to: Step, changes: Partial<Kept> = {}) => {
    setTried(false);
    setFailure(null);
    onChange({ ...kept, ...changes, step: to });
  };
  const leave = () => {
    if (made && !editing) writeItem(sessionStorage, KEY, '');
    if (made) prefer({ site: draft.id });
    go({ ...DESK, site: made ? draft.id : null });
  };
  /** Saves when the last form is done; a failure keeps everything as it is. */
  const next = async (input: Draft = draft) => {
    if (isLast) return leave();
    const to = STEPS[at + 1]!;
    if (to !== 'test') return goTo(to, { draft: input });
    // A step that was skipped may be left wrong: back to it, rather than an error of the server.
    const wrong = STEPS.find((each) => problemOf(each, input, changing, session.sites, w));
    if (wrong) {
      goTo(wrong, { draft: input });
      setFaults((n) => n + 1);
      return setTried(true);
    }
    setBusy(true);
    setFailure(null);
    try {
      const sent = toInput(input);
      const { id } = sent;
      if (made) await api.updateSite(id, changedInput(kept.saved ?? null, sent));
      else await api.createSite(sent);
      // Whoever leaves the wizard by closing it finds the new site's desk, and not the demo's.
      prefer({ site: id });
      await refreshSession();
      goTo(to, { draft: { ...input, faqs: [], pack: null }, made: true, saved: sent });
    } catch (cause) {
      const error = asApiError(cause);
      if (error.kind === 'conflict' && !made) setFailure(w.business.idTaken);
      else setFailure(`${errorText(t, error)}${error.kind === 'bad_request' ? ` (${error.message})` : ''} ${w.kept}`);
    } finally {
      setBusy(false);
    }
  };
  /** Leaves a step as it was suggested. */
  const skip = () => {
    if (step === 'business' && !editing) return leave();
    if (step === 'faqs') return void next({ ...draft, faqs: [], pack: null });
    void next();
  };
  const submit = (event: Event) => {
    event.preventDefault();
    setTried(true);
    if (problem) setFaults(faults + 1);
    else void next();
  };

  const Form = step === 'test' || step === 'snippet' ? null : FORMS[step];
  const saves = STEPS[at + 1] === 'test';
  const forward = isLast ? w.done : saves ? (made ? w.save : w.create) : t.common.next;
  return (
    <main class="wizard">
      <header class="wizard-head">
        <p class="muted">{editing ? w.editTitle : w.title}</p>
        <LanguageSwitch />
        <button type="button" class="link" onClick={leave}>
          {changing ? w.leaveEdit : w.leave}
        </button>
      </header>
      <ol class="progress" aria-label={w.progress(at + 1, STEPS.length)}>
        {STEPS.map((each, n) => (
          <li key={each} class={n < at ? 'done' : undefined} aria-current={n === at ? 'step' : undefined}>
            <span>{w.steps[each]}</span>
          </li>
        ))}
      </ol>
      <form class="wizard-step" noValidate ref={form} onSubmit={submit}>
        <p class="muted">{w.progress(at + 1, STEPS.length)}</p>
        <h1 tabIndex={-1} ref={heading}>
          {(changing && words.editTitle) || words.title}
        </h1>
        <p class="muted">{(changing && words.editText) || words.text}</p>
        {Form && (
          <Form
            draft={draft}
            change={(changes) => onChange({ ...kept, draft: { ...draft, ...changes } })}
            problem={tried ? problem : null}
            editing={changing}
          />
        )}
        {step === 'test' && <StepTest site={draft.id} />}
        {step === 'snippet' && <StepSnippet site={draft.id} />}
        {failure && (
          <p class="note note-bad" role="alert">
            {failure}
          </p>
        )}
        <div class="wizard-foot">
          {at > 0 && (
            <button type="button" class="button" onClick={() => goTo(STEPS[at - 1]!)}>
              {t.common.back}
            </button>
          )}
          {!isLast && (
            <button type="button" class="link" disabled={busy} onClick={skip}>
              {t.common.skip}
            </button>
          )}
          <button type="submit" class="button button-primary" disabled={busy}>
            {busy ? w.saving : forward}
          </button>
        </div>
      </form>
    </main>
  );
}

function readKept(session: Session, locale: 'en' | 'zh'): Kept {
  const fresh: Kept = {
    draft: newDraft(session.account?.name ?? '', locale, Intl.DateTimeFormat().resolvedOptions().timeZone),
    step: 'business',
    made: false,
  };
  const text = readItem(sessionStorage, KEY);
  if (!text) return fresh;
  try {
    const value = JSON.parse(text) as Partial<Kept>;
    return value.draft && value.step ? { ...fresh, ...value } : fresh;
  } catch (error) {
    report('The kept wizard could not be read and starts anew.', error);
    return fresh;
  }
}
