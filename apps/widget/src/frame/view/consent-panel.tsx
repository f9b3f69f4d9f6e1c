import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { MessageText } from '@solodesk/ui';
import { useFrame } from './frame-context.ts';

/** Stands before the first message: nothing is sent, connected or kept before "agree". */
export function ConsentPanel({ text }: { text: string }): JSX.Element {
  const { chat, page, texts } = useFrame();
  const agreed = useRef(false);
  // The focus goes on to where the visitor writes, instead of going away with the button.
  useEffect(
    () => () => {
      if (agreed.current) requestAnimationFrame(() => document.querySelector('textarea')?.focus());
    },
    [],
  );
  const agree = () => {
    agreed.current = true;
    chat.agree();
  };
  return (
    <section class="consent" aria-labelledby="consent">
      <h2 id="consent">{texts.consentTitle}</h2>
      <p>
        <MessageText text={text} />
      </p>
      <div class="choices">
        <button type="button" class="primary" onClick={agree}>
          {texts.agree}
        </button>
        <button type="button" class="plain" onClick={() => page.post('close', null)}>
          {texts.decline}
        </button>
      </div>
    </section>
  );
}
