import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { QualityFigures, FailedTest, Turned, Verdict as VerdictData } from '../../state/api/faq-api.ts';
import { figure } from '../../state/faqs/figures.ts';
import { useTexts } from '../../texts/index.ts';

interface VerdictProps {
  verdict: VerdictData;
  /** An intent in words: the question of its FAQ. */
  nameOf(intent: string): string;
  onSave(): void;
  onBack(): void;
}

/** Enough to judge by; the rest is a number. */
const SHOWN = 5;

/** What a change would do, before it is done. */
export function Verdict({ verdict, nameOf, onSave, onBack }: VerdictProps) {
  const { t, locale } = useTexts();
  const { worse, lost, turned, failing, findings, before, after, shared, elsewhere } = verdict;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const title = worse ? t.change.worse : lost.length > 0 ? t.change.mixed : t.change.noticed;
  return (
    <section class={worse ? 'verdict verdict-worse' : 'verdict'} aria-labelledby="verdict-title">
      <h3 id="verdict-title" tabIndex={-1} ref={heading}>
        {title}
      </h3>
      <Some title={lost.length > 0 && t.change.lost(turned.lost)} of={lost}>
        {(turned) => <TurnedLine turned={turned} nameOf={nameOf} />}
      </Some>
      {turned.won > 0 && <p class="verdict-won">{t.change.won(turned.won)}</p>}
      <Some title={failing.length > 0 && t.change.failing(failing.length)} of={failing}>
        {(test) => <FailedLine test={test} nameOf={nameOf} />}
      </Some>
      <Some title={findings.length > 0 && worse && t.change.noticed} of={findings}>
        {({ rule, message, line, file }) => (
          <>
            <b>{t.change.rules[rule] ?? rule}</b>
            {locale === 'en' && <span class="verdict-message"> {message}</span>}{' '}
            <small class="muted">{t.editor.inFile(file ?? '', line)}</small>
          </>
        )}
      </Some>
      {elsewhere.lost + elsewhere.won > 0 && <p class="muted">{t.change.elsewhere(elsewhere.lost, elsewhere.won)}</p>}
      <Figures before={before} after={after} shared={shared} />
      <div class="verdict-foot">
        <button type="button" class="button button-primary" onClick={onBack}>
          {t.change.back}
        </button>
        <button type="button" class="button" onClick={onSave}>
          {worse ? t.change.saveAnyway : t.common.save}
        </button>
      </div>
    </section>
  );
}

function Some<T>({
  title,
  of,
  children,
}: {
  title: string | false;
  of: readonly T[];
  children(item: T): ComponentChildren;
}) {
  if (of.length === 0) return null;
  return (
    <>
      {title !== false && <p>{title}</p>}
      <ul class="verdict-list">
        {of.slice(0, SHOWN).map((item, at) => (
          <li key={at}>{children(item)}</li>
        ))}
        {of.length > SHOWN && <li class="muted">+ {of.length - SHOWN}</li>}
      </ul>
    </>
  );
}

function TurnedLine({ turned, nameOf }: { turned: Turned; nameOf(intent: string): string }) {
  const { t } = useTexts();
  const { text, locale, intent, after } = turned;
  const then = after === null ? t.change.wouldNot : t.change.would(nameOf(after));
  return (
    <>
      <q lang={locale}>{text}</q> <span class="verdict-turn">{intent === null ? t.change.outOfScope(then) : then}</span>
    </>
  );
}

function FailedLine({ test, nameOf }: { test: FailedTest; nameOf(intent: string): string }) {
  const { t } = useTexts();
  const name = (intent: string) => t.faqs.otherwise[intent] ?? `“${nameOf(intent)}”`;
  return (
    <>
      <q lang={test.locale}>{test.ask}</q>{' '}
      <span class="verdict-turn">{t.change.expected(name(test.expect), name(test.got))}</span>
    </>
  );
}

function Figures({ before, after, shared }: { before: QualityFigures; after: QualityFigures; shared: number }) {
  const { t } = useTexts();
  const percent = (share: number | null) => (share === null ? '–' : `${figure(share)} %`);
  return (
    <>
      <dl class="verdict-figures">
        <div>
          <dt>{t.change.answers}</dt>
          <dd>{t.change.fromTo(percent(before.coverage), percent(after.coverage))}</dd>
        </div>
        <div>
          <dt>{t.change.wrong}</dt>
          <dd>{t.change.fromTo(percent(before.wrongShare), percent(after.wrongShare))}</dd>
        </div>
      </dl>
      <small class="muted">{t.change.measured(shared)}</small>
    </>
  );
}
