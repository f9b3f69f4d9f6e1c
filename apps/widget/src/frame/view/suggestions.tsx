import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ChatState } from '@solodesk/client';
import type { Suggestion } from '@solodesk/protocol/visitor';
import { useFrame } from './frame-context.ts';

/** Asks when the visitor pauses for so long (ms). */
const PAUSE = 250;
const NONE: readonly Suggestion[] = [];

/** Whether a text says enough to ask: a Chinese word has two signs, three Latin letters are seldom a word's half. */
export function isTelling(text: string): boolean {
  const trimmed = text.trim();
  return trimmed.length <= 200 && trimmed.length >= (/[^\p{ASCII}]/u.test(trimmed) ? 2 : 3);
}

/** FAQ questions that fit what is being written to the bot, and how to be rid of them. */
export function useSuggestions({
  draft,
  connection,
  conversation,
}: ChatState): [list: readonly Suggestion[], dismiss: () => void] {
  const { chat, locale } = useFrame();
  const [list, setList] = useState(NONE);
  /** A draft that was kept from before asks nothing until somebody goes on with it. */
  const first = useRef(draft);
  // Questions come in the language of the interface: those in English would not fit what is written in Chinese.
  const fits = locale === 'zh' || !/\p{Script=Han}/u.test(draft);
  const isPersons = conversation?.state === 'owner' || conversation?.state === 'waiting';
  // Who writes before the line is there, or while it is gone, is helped once it is.
  const wanted = connection === 'online' && draft !== first.current && fits && isTelling(draft) && !isPersons;
  useEffect(() => {
    if (!wanted) return setList(NONE);
    let here = true;
    const take = (found: readonly Suggestion[]) => {
      const next = found.slice(0, 3);
      // The same questions stay the same list, so that a choice among them stays too.
      if (here) setList((now) => (same(now, next) ? now : next));
    };
    const timer = setTimeout(() => void chat.suggest(draft.trim()).then(take), PAUSE);
    return () => {
      here = false;
      clearTimeout(timer);
    };
  }, [chat, draft, wanted, locale]);
  return [wanted ? list : NONE, () => setList(NONE)];
}

function same(a: readonly Suggestion[], b: readonly Suggestion[]): boolean {
  return a.length === b.length && a.every(({ question }, index) => question === b[index]!.question);
}

/** The list over the box; the text box names the chosen one (`aria-activedescendant`) and keeps the focus. */
export function Suggestions(props: {
  list: readonly Suggestion[];
  chosen: number;
  take: (suggestion: Suggestion) => void;
}): JSX.Element {
  const { texts } = useFrame();
  return (
    <div class="suggestions" role="listbox" id="suggestions" aria-label={texts.suggestions}>
      {props.list.map((suggestion, index) => (
        <div
          key={suggestion.intent}
          role="option"
          id={`suggestion-${index}`}
          aria-selected={index === props.chosen}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => props.take(suggestion)}
        >
          {suggestion.question}
        </div>
      ))}
    </div>
  );
}
