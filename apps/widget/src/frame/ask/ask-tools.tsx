import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Ask, Locale } from '@solodesk/protocol/visitor';
import { useFrame } from '../view/frame-context.ts';
import { putStyles } from './ask-styles.ts';
import { ASK_TEXTS } from './ask-texts.ts';
import type { AskTexts } from './ask-texts.ts';
import { recogniserOf, wordsOf } from './speech.ts';
import type { Recogniser } from './speech.ts';

/** Which keyboard a phone shows. */
const KEYBOARDS: Partial<Record<Ask['type'], string>> = { email: 'email', phone: 'tel', amount: 'decimal' };
/** What can as well be said. */
const SPOKEN: readonly Ask['type'][] = ['text', 'choice', 'product', 'date'];

/** Aids for what the bot asks for: why it asks, a date to choose, a fitting keyboard, speech. Typing always works as well. */
export function AskTools({ ask }: { ask: Ask }): JSX.Element {
  const { chat, locale: spoken } = useFrame();
  // Of the talk, which may be another than the panel's: the bot answers in the language in which somebody writes.
  const locale = /\p{sc=Han}/u.test(ask.purpose) ? 'zh' : ask.purpose ? 'en' : spoken;
  const texts = ASK_TEXTS[locale];
  useEffect(putStyles, []);
  useEffect(() => {
    const box = document.querySelector('textarea');
    const use = (keyboard: string) => box && (box.inputMode = keyboard);
    use(KEYBOARDS[ask.type] ?? '');
    return () => void use('');
  }, [ask]);
  const Recogniser = SPOKEN.includes(ask.type) ? recogniserOf(window) : null;
  if (ask.purpose === '' && ask.type !== 'date' && ask.type !== 'file' && Recogniser === null) return <></>;
  return (
    <div class="ask">
      {ask.purpose !== '' && <p>{texts.why(ask.purpose)}</p>}
      {ask.type === 'date' && (
        <DatePicker key={ask.slot} ask={ask} texts={texts} locale={locale} send={(text) => chat.send(text)} />
      )}
      {ask.type === 'file' && (
        <button type="button" onClick={() => document.querySelector<HTMLElement>('input[type=file]')?.click()}>
          {texts.attach}
        </button>
      )}
      {Recogniser && (
        <Mic make={() => new Recogniser()} texts={texts} locale={locale} write={(text) => chat.setDraft(text)} />
      )}
    </div>
  );
}

function DatePicker(props: { ask: Ask; texts: AskTexts; locale: Locale; send(text: string): void }): JSX.Element {
  const { ask, texts, locale, send } = props;
  const [day, setDay] = useState('');
  const [time, setTime] = useState('');
  const inBounds = day !== '' && day >= (ask.min ?? '') && day <= (ask.max ?? '9999');
  const whole = inBounds && (!ask.time || time !== '');
  return (
    <>
      <label>
        {texts.day}
        <input
          type="date"
          min={ask.min}
          max={ask.max}
          value={day}
          onInput={(event) => setDay(event.currentTarget.value)}
        />
      </label>
      {ask.time && (
        <label>
          {texts.time}
          <input type="time" value={time} onInput={(event) => setTime(event.currentTarget.value)} />
        </label>
      )}
      <button type="button" disabled={!whole} onClick={() => send([dayWords(day, locale), time].join(' ').trim())}>
        {texts.take}
      </button>
    </>
  );
}

/** A day as the visitor would write it: it stands in the log as their words. */
export function dayWords(day: string, locale: Locale): string {
  const date = new Date(`${day}T00:00:00Z`);
  const options = { dateStyle: 'long', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(locale === 'zh' ? 'zh-CN' : 'en-GB', options).format(date);
}

function Mic(props: { make(): Recogniser; texts: AskTexts; locale: Locale; write(text: string): void }): JSX.Element {
  const { make, texts, locale, write } = props;
  const running = useRef<Recogniser | null>(null);
  const [listening, setListening] = useState(false);
  const [trouble, setTrouble] = useState('');
  useEffect(() => () => running.current?.abort(), []);

  const listen = () => {
    if (running.current) return running.current.abort();
    const recogniser = make();
    running.current = recogniser;
    recogniser.lang = locale === 'zh' ? 'zh-CN' : 'en-US';
    recogniser.interimResults = true;
    recogniser.onresult = ({ results }) => write(wordsOf(results));
    recogniser.onerror = ({ error }) => {
      if (error === 'not-allowed' || error === 'service-not-allowed') setTrouble(texts.notAllowed);
      else if (error !== 'aborted') setTrouble(texts.heardNothing);
    };
    recogniser.onend = () => {
      running.current = null;
      setListening(false);
    };
    setTrouble('');
    setListening(true);
    recogniser.start();
  };

  return (
    <>
      <button
        type="button"
        class="mic"
        aria-pressed={listening}
        aria-label={texts.speak}
        title={texts.speak}
        onClick={listen}
      >
        <svg
          viewBox="0 0 24 24"
          width="20"
          height="20"
          fill="none"
          stroke="currentColor"
          stroke-width="2"
          stroke-linecap="round"
          aria-hidden="true"
        >
          <path d="M12 3a3 3 0 0 1 3 3v6a3 3 0 0 1-6 0V6a3 3 0 0 1 3-3ZM5 11a7 7 0 0 0 14 0M12 18v3" />
        </svg>
      </button>
      <p role="status">{listening ? texts.listening : trouble}</p>
    </>
  );
}
