import { useEffect, useRef, useState } from 'preact/hooks';
import { faqApi } from '../../state/api/faq-api.ts';
import type { Quality, QualityFigures, QualityState } from '../../state/api/faq-api.ts';
import { figure } from '../../state/faqs/figures.ts';
import { report } from '../../state/report.ts';
import { asApiError } from '../../state/session.ts';
import { usePhone } from '../../state/hooks/use-phone.ts';
import { errorText, useTexts } from '../../texts/index.ts';
import { showToast } from '../controls/toasts.tsx';
import { answeredOfVisitors, VisitorsGot } from './visitors-got.tsx';

const LOOK_EVERY_MS = 1_500;

/**
 * Asks how well the bot answers until it has been measured. What is known of the site stays to be seen while it is measured anew.
 * @param version another one measures anew: the FAQs are others now
 */
export function useQuality(site: string, version: number): [QualityState | null, () => void] {
  const [known, setKnown] = useState<{ site: string; state: QualityState } | null>(null);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let current = true;
    const look = async () => {
      try {
        const found = await faqApi.quality(site);
        if (!current) return;
        setKnown((last) => ({ site, state: withFormer(found, last?.site === site ? last.state : null) }));
        if (found.state === 'running') timer = setTimeout(() => void look(), LOOK_EVERY_MS);
      } catch (cause) {
        report('How well the bot answers is not known.', cause);
        if (current) setKnown({ site, state: { state: 'failed', budget: null } });
      }
    };
    void look();
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [site, version, attempt]);
  return [known?.site === site ? known.state : null, () => setAttempt((n) => n + 1)];
}

function withFormer(found: QualityState, former: QualityState | null): QualityState {
  if (found.state !== 'running' || former?.state !== 'done') return found;
  const { budget, visitors } = found;
  return { ...former, budget, ...(visitors !== undefined && { visitors }), again: true };
}

interface QualityPanelProps {
  site: string;
  state: QualityState | null;
  onChanged(): void;
}

/** How well the bot answers what it did not learn, and the one thing that the owner decides about it. */
export function QualityPanel({ site, state, onChanged }: QualityPanelProps) {
  const { t } = useTexts();
  const [chosen, setChosen] = useState<number | null>(null);
  const last = useRef<Promise<void>>(Promise.resolve());
  const latest = useRef(0);
  const offered = state?.state === 'done' ? state.result.budgets.map(({ budget }) => budget) : [];
  /** With arrow keys one passes by others: each is written in its turn, and the last is told. */
  const choose = (budget: number, isUndo = false) => {
    const before = chosen ?? state?.budget ?? null;
    const mine = (latest.current += 1);
    setChosen(budget);
    last.current = last.current.then(async () => {
      try {
        await faqApi.setBudget(site, budget);
        if (mine !== latest.current) return;
        // One that stands in the file alone is set there.
        const canUndo = !isUndo && before !== null && before !== budget && offered.includes(before);
        const undo = { label: t.common.undo, run: () => choose(before ?? budget, true) };
        showToast(t.quality.changed(budget), canUndo ? { action: undo } : {});
        onChanged();
      } catch (cause) {
        showToast(`${t.change.refused} ${errorText(t, asApiError(cause))}`);
      }
      if (mine === latest.current) setChosen(null);
    });
  };
  const narrow = usePhone();
  const title = <h2 id="quality-title">{t.quality.title}</h2>;
  const ofVisitors = answeredOfVisitors(state?.visitors);
  const body = (
    <>
      <VisitorsGot outcomes={state?.visitors} />
      {(state === null || state.state === 'running') && (
        <div role="status">
          <p class="muted">{t.quality.measuring}</p>
          <progress max={1} value={state?.share ?? 0} aria-label={t.quality.measuring} />
        </div>
      )}
      {state?.state === 'failed' && (
        <p class="note note-bad">
          {t.quality.failed}{' '}
          <button type="button" class="link" onClick={onChanged}>
            {t.common.retry}
          </button>
        </p>
      )}
      {state?.state === 'done' && (
        <>
          {state.again === true && (
            <p class="muted" role="status">
              {t.quality.again}
            </p>
          )}
          <Sentence now={state.result.now} />
          <Counted quality={state.result} />
          <Budgets quality={state.result} value={chosen ?? state.budget} onChoose={choose} />
          {chosen !== null && (
            <p class="muted" role="status">
              {t.quality.changing}
            </p>
          )}
        </>
      )}
    </>
  );
  return (
    <section class="quality" aria-labelledby="quality-title">
      {/* On a phone it would stand before what is looked for. */}
      {narrow ? (
        <details>
          <summary>
            {title}
            {ofVisitors !== null && <span class="muted"> · {t.quality.visitorsInShort(ofVisitors)}</span>}
            {ofVisitors === null && state?.state === 'done' && (
              <span class="muted"> · {t.quality.inShort(figure(state.result.now.coverage))}</span>
            )}
          </summary>
          {body}
        </details>
      ) : (
        <>
          {title}
          {body}
        </>
      )}
    </section>
  );
}

/** The word first: nobody shall take the figures for a count of what visitors got. */
function Sentence({ now }: { now: QualityFigures }) {
  const { t } = useTexts();
  return (
    <p>
      {t.quality.estimatedFor}
      <b>{t.quality.answers(figure(now.coverage))}</b>
      {now.wrongShare === null || now.interval === null ? (
        <>
          {t.quality.then}
          {t.quality.tooFew}
        </>
      ) : (
        <>
          {t.quality.then}
          {t.quality.wrong(figure(now.wrongShare))}
          <span class="muted">
            {t.quality.sample(now.answers, figure(now.interval.low), figure(now.interval.high))}
          </span>
        </>
      )}
    </p>
  );
}

/** From so many tests of a language on their result says something. */
const ENOUGH_TESTS = 40;

/** What the estimate rests on, as plain to see as itself. */
function Counted({ quality: { now, tests = [] } }: { quality: Quality }) {
  const { t } = useTexts();
  const { heldOut } = now;
  const enough = tests.filter(({ total }) => total >= ENOUGH_TESTS);
  return (
    <>
      {heldOut && heldOut.coverage !== null && (
        <p>
          {t.quality.heldOutOf}
          <b>{t.quality.answersOfThem(figure(heldOut.coverage))}</b>
          {heldOut.wrongShare !== null && `${t.quality.then}${t.quality.wrong(figure(heldOut.wrongShare))}`}
          <span class="muted">{t.quality.heldOutNote(heldOut.n)}</span>
        </p>
      )}
      {enough.length > 0 && (
        <p class="muted">{enough.map(({ locale, passed, total }) => t.quality.tests(locale, passed, total))}</p>
      )}
    </>
  );
}

interface BudgetsProps {
  quality: Quality;
  value: number | null;
  onChoose(budget: number): void;
}

/** What each budget would mean, as bars of what the bot would answer by itself. */
function Budgets({ quality, value, onChoose }: BudgetsProps) {
  const { t } = useTexts();
  return (
    <fieldset class="budgets">
      <legend>{t.quality.budget}</legend>
      {value !== null && !quality.budgets.some(({ budget }) => budget === value) && (
        <p class="muted">{t.quality.ownBudget(value)}</p>
      )}
      {quality.budgets.map(({ budget, coverage }) => (
        <label class="budget" key={budget}>
          <input
            type="radio"
            name="wrong-answer-budget"
            checked={value === budget}
            aria-label={`${t.quality.budgetOption(budget)}: ${t.quality.budgetBar(figure(coverage))}`}
            onChange={() => onChoose(budget)}
          />
          <b>{budget}</b>
          <span class="budget-track" aria-hidden="true">
            <span class="budget-bar" style={{ width: `${(coverage ?? 0) * 100}%` }} />
          </span>
          <span class="budget-figure" aria-hidden="true">
            {t.quality.budgetBar(figure(coverage))}
          </span>
        </label>
      ))}
      <small class="muted">{t.quality.budgetHint}</small>
    </fieldset>
  );
}
