import { dayKey } from '@solodesk/ui';
import type { SearchHit as Hit } from '../../state/api/search-api.ts';
import { visitorName } from '../../state/conversation/visitor-name.ts';
import { searchTexts } from '../../texts/search-texts.ts';
import { COLON, useTexts } from '../../texts/index.ts';
import { MarkedText } from './marked-text.tsx';

interface SearchHitProps {
  hit: Hit;
  id: string;
  selected: boolean;
  onOpen(): void;
  onHover(): void;
}

/** One line of what was found. The focus stays in the field: a listbox's options are pointed to. */
export function SearchHit({ hit, id, selected, onOpen, onHover }: SearchHitProps) {
  const { t, locale } = useTexts();
  // Whoever talked and has no name is called by the server's stand-in.
  const called = { ...hit.title, text: visitorName({ name: hit.title.text, verified: false }, t) };
  const said = hit.from && `${searchTexts[locale].from[hit.from]}${COLON[locale]}`;
  return (
    <li role="option" id={id} class="search-hit" aria-selected={selected} onClick={onOpen} onPointerMove={onHover}>
      <span class="record-line">
        <b>
          <MarkedText of={hit.kind === 'messages' ? called : hit.title} />
        </b>
        {hit.at !== null && <time class="muted">{dayKey(hit.at)}</time>}
      </span>
      {hit.text.text !== '' && (
        <span class="search-text">
          {said}
          <MarkedText of={hit.text} />
        </span>
      )}
    </li>
  );
}
