import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { ChatState } from '@solodesk/client';
import type { Locale, SatisfactionQuestion } from '@solodesk/protocol/visitor';
import type { Speaking } from '../view/frame-context.ts';
import { putSurveyStyles } from './survey-styles.ts';

interface SurveyTexts {
  chat: string;
  ticket: (name: string) => string;
  low: string;
  high: string;
  skip: string;
  word: string;
  send: string;
  thanks: string;
  noted: string;
  failed: string;
}

/** They come with the question: most visits end without one. */
const TEXTS: Record<Locale, SurveyTexts> = {
  en: {
    chat: 'How was it?',
    ticket: (name) => `${name} is solved. How was it?`,
    low: 'very bad',
    high: 'very good',
    skip: 'Skip',
    word: 'A word about it, if you like',
    send: 'Send',
    thanks: 'Thank you! You can change it for a day.',
    noted: 'Thank you for your words!',
    failed: 'That did not get through. Please try again.',
  },
  zh: {
    chat: '您满意吗？',
    ticket: (name) => `${name} 已解决。您满意吗？`,
    low: '很不满意',
    high: '非常满意',
    skip: '跳过',
    word: '想说的话（可不填）',
    send: '发送',
    thanks: '谢谢！一天之内可以更改。',
    noted: '谢谢您的留言！',
    failed: '没有发送成功，请重试。',
  },
};

const SCORES = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
/** In UTF-16 units; the server counts code points, which are never more. */
const MAX_WORD = 1000;

type SurveyProps = Pick<Speaking, 'chat' | 'locale'> & { state: ChatState; survey: SatisfactionQuestion };

/** "How was it?" over the text box: one tap, then an optional word. A question about the chat waits until that is over. */
export function Survey({ survey, state, ...speaking }: SurveyProps): JSX.Element | null {
  if (survey.ticket === null && state.conversation?.state !== 'closed') return null;
  return <Question key={survey.id} survey={survey} {...speaking} />;
}

type Stage = 'calm' | 'failed' | 'noted' | 'skipped';

function Question({ survey, chat, locale }: Omit<SurveyProps, 'state'>): JSX.Element | null {
  putSurveyStyles();
  const words = TEXTS[locale];
  const [score, setScore] = useState(survey.score);
  const [word, setWord] = useState(survey.word);
  const [stage, setStage] = useState<Stage>('calm');

  const rate = (wanted: number | null, then: Stage, said?: string) => {
    const before = score;
    setScore(wanted);
    const body = { request: survey.id, score: wanted, ...(said !== undefined && { word: said }) };
    chat.ask('rate', body, ({ ok }) => {
      setStage(ok ? then : 'failed');
      if (!ok) setScore(before);
    });
  };
  const send = (event: Event) => {
    event.preventDefault();
    const said = word.trim();
    // Nothing said, or taken back: nobody is thanked for words.
    rate(score, said === '' ? 'calm' : 'noted', said);
  };
  if (stage === 'skipped') return null;
  return (
    <section class="survey" aria-label={words.chat}>
      <div class="top">
        <p>
          <b>{survey.ticket === null ? words.chat : words.ticket(survey.ticket)}</b>
        </p>
        {score === null && (
          <button type="button" class="quiet" onClick={() => rate(null, 'skipped')}>
            {words.skip}
          </button>
        )}
      </div>
      <div class="scores" role="group" aria-label={`${words.chat} 1 = ${words.low}, 10 = ${words.high}`}>
        {SCORES.map((one) => (
          <button type="button" key={one} aria-pressed={one === score} onClick={() => rate(one, 'calm')}>
            {one}
          </button>
        ))}
      </div>
      <p class="ends">
        <span>1 = {words.low}</span>
        <span>10 = {words.high}</span>
      </p>
      {score !== null && (
        <>
          <p role="status">{stage === 'noted' ? words.noted : words.thanks}</p>
          <form onSubmit={send}>
            <input
              maxLength={MAX_WORD}
              placeholder={words.word}
              aria-label={words.word}
              value={word}
              onInput={({ currentTarget: { value } }) => {
                setWord(value);
                setStage('calm');
              }}
            />
            <button type="submit">{words.send}</button>
          </form>
        </>
      )}
      {stage === 'failed' && <p role="alert">{words.failed}</p>}
    </section>
  );
}
