import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { KnownProblem, Locale } from '@solodesk/protocol/visitor';
import { MessageText } from '@solodesk/ui';
import type { Speaking } from './frame-context.ts';
import { putProblemsStyles } from './problems-styles.ts';

/** Loaded only where a site has a known problem, so its texts are not among those that every visitor downloads. */
const TEXTS: Record<Locale, Record<'title' | 'ask' | 'label' | 'send' | 'noted' | 'failed' | 'wrong', string>> = {
  en: {
    title: 'Known problem',
    ask: 'Tell me when it is fixed',
    label: 'E-mail (or leave it empty to hear here)',
    send: 'Notify me',
    noted: 'Noted. You will hear when it is fixed.',
    failed: 'That did not get through. Please try again.',
    wrong: 'This does not look like an e-mail address.',
  },
  zh: {
    title: '已知问题',
    ask: '修好后通知我',
    label: '邮箱（留空则在此通知）',
    send: '通知我',
    noted: '已登记，修好后会通知您。',
    failed: '没有发送成功，请重试。',
    wrong: '这不像是一个邮箱地址。',
  },
};

type Spoken = Pick<Speaking, 'chat' | 'locale'>;
export type ProblemsProps = Spoken & { problems: readonly KnownProblem[] };

/** What the owner knows to be broken, at the top of the chat. */
export function Problems({ problems, ...speaking }: ProblemsProps): JSX.Element | null {
  const { locale } = speaking;
  putProblemsStyles();
  if (problems.length === 0) return null;
  return (
    <section class="problems" aria-label={TEXTS[locale].title}>
      {problems.map((problem) => (
        <Problem key={problem.id} problem={problem} {...speaking} />
      ))}
    </section>
  );
}

type Stage = 'told' | 'asking' | 'sending' | 'failed' | 'wrong' | 'noted';

function Problem({ problem, chat, locale }: { problem: KnownProblem } & Spoken): JSX.Element {
  const words = TEXTS[locale];
  const [stage, setStage] = useState<Stage>('told');
  const [email, setEmail] = useState('');

  const send = (event: Event) => {
    event.preventDefault();
    const address = email.trim();
    if (address !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(address)) return setStage('wrong');
    // Without a line nothing can be asked: to try again is the visitor's then.
    if (chat.getState().connection !== 'online') return setStage('failed');
    setStage('sending');
    const wish = { problem: problem.id, ...(address !== '' && { email: address }) };
    chat.ask('await_fix', wish, ({ ok }) => setStage(ok ? 'noted' : 'failed'));
  };
  const text = problem.text[locale] ?? problem.text.en ?? problem.text.zh ?? '';
  return (
    <div class="problem">
      <p>
        <b>{words.title}:</b> <MessageText text={text} />
      </p>
      {stage === 'noted' ? (
        <p role="status">{words.noted}</p>
      ) : stage === 'told' ? (
        <button type="button" class="quiet" onClick={() => setStage('asking')}>
          {words.ask}
        </button>
      ) : (
        <form onSubmit={send} noValidate>
          <input
            type="email"
            autocomplete="email"
            maxLength={200}
            placeholder={words.label}
            aria-label={words.label}
            aria-invalid={stage === 'wrong'}
            ref={(input) => void (stage === 'asking' && email === '' && input?.focus())}
            value={email}
            onInput={({ currentTarget: { value } }) => {
              setEmail(value);
              setStage('asking');
            }}
          />
          <button type="submit" disabled={stage === 'sending'}>
            {words.send}
          </button>
          {(stage === 'failed' || stage === 'wrong') && <p role="alert">{words[stage]}</p>}
        </form>
      )}
    </div>
  );
}
