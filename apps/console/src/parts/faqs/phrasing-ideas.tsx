import { newIdeas } from '../../state/faqs/phrasing-ideas.ts';
import type { Locale } from '../../state/wire-types.ts';
import { useTexts } from '../../texts/index.ts';
import { Glyph } from '../controls/glyph.tsx';

interface PhrasingIdeasProps {
  ideas: readonly string[];
  /** What the FAQ, or another one, is asked by already. */
  have: readonly string[];
  /** Language of the ideas. */
  lang: Locale;
  /** The question that is asked like that elsewhere. */
  like: string;
  disabled: boolean;
  onAdd(sentences: readonly string[]): void;
}

/** Shown at once; the others follow as they are taken. */
const SHOWN = 8;

/** Sentences by which others ask the same, each to be taken by a tap. */
export function PhrasingIdeas({ ideas, have, lang, like, disabled, onAdd }: PhrasingIdeasProps) {
  const { t } = useTexts();
  const left = newIdeas(ideas, have);
  if (left.length === 0) return null;
  const shown = left.slice(0, SHOWN);
  return (
    <div class="ideas" role="group" aria-label={t.editor.ideas}>
      <p>
        <strong>{t.editor.ideas}</strong> <span class="muted">{t.editor.ideasLike(like)}</span>
      </p>
      <ul>
        {shown.map((idea) => (
          <li key={idea}>
            <button
              type="button"
              class="button idea"
              lang={lang}
              aria-label={t.editor.addIdea(idea)}
              disabled={disabled}
              onClick={() => onAdd([idea])}
            >
              <Glyph name="plus" size={14} /> {idea}
            </button>
          </li>
        ))}
      </ul>
      {shown.length > 1 && (
        <button type="button" class="link" disabled={disabled} onClick={() => onAdd(shown)}>
          {t.editor.addIdeas(shown.length)}
        </button>
      )}
    </div>
  );
}
