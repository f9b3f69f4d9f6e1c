import { useId } from 'preact/hooks';
import type { ComponentChildren } from 'preact';
import { Icon, LineIcon } from '@solodesk/ui';
import type { SettingPath } from '../../../state/settings/setting-draft.ts';
import type { SettingProblem } from '../../../state/api/settings-api.ts';
import { ruleTexts } from '../../../texts/rule-texts.ts';
import { useTexts } from '../../../texts/index.ts';
import { keptKeys } from './entries.ts';
import type { Entry } from './entries.ts';
import type { RuleListProps } from './rule-list-props.ts';

const UP = 'M12 19V5M6 11l6-6 6 6';
const DOWN = 'M12 5v14M6 13l6 6 6-6';

interface RuleRowProps extends Pick<RuleListProps, 'editor' | 'titleOf' | 'sayOf' | 'shown' | 'form'> {
  id: number;
  at: number;
  of: number;
  entry: Entry;
  path: SettingPath;
  problems: readonly SettingProblem[];
  isOrdered: boolean;
  isOpen: boolean;
  onToggle(): void;
  onMove(by: -1 | 1, spot: 'head' | 'up' | 'down'): void;
  onRemove(): void;
}

/** One entry of a list: its line, and its form while it is open. */
export function RuleRow(props: RuleRowProps) {
  const { editor, id, at, of, entry, path, problems, isOrdered, isOpen, shown, onToggle, onMove, onRemove } = props;
  const { locale } = useTexts();
  const t = ruleTexts[locale];
  const formId = useId();
  const title = props.titleOf(entry, at) || t.nameless(at + 1);
  const kept = keptKeys(entry, shown);
  // What no field of the form would show.
  const unplaced = problems.filter(({ path: where }) => !shown.includes(String(where[path.length])));
  const form: ComponentChildren = isOpen && props.form({ editor, path, entry });
  return (
    <li
      class={problems.length > 0 ? 'rule rule-bad' : 'rule'}
      data-rule={id}
      onKeyDown={(event) => {
        const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : null;
        if (!isOrdered || !event.altKey || by === null) return;
        event.preventDefault();
        // A list within a row moves its own.
        event.stopPropagation();
        onMove(by, 'head');
      }}
    >
      <div class="rule-line">
        <button
          type="button"
          class="rule-head"
          aria-expanded={isOpen}
          aria-controls={isOpen ? formId : undefined}
          title={isOrdered ? t.keys : undefined}
          onClick={onToggle}
        >
          <b>
            {isOrdered && <span class="rule-place">{at + 1}</span>} {title}
            {problems.length > 0 && <span class="tag tag-bad">{t.faults(problems.length)}</span>}
          </b>
          <span class="muted">{props.sayOf(entry)}</span>
        </button>
        {isOrdered && (
          <span class="rule-moves">
            <button
              type="button"
              class="icon-button rule-up"
              aria-label={t.up(title)}
              disabled={at === 0}
              onClick={() => onMove(-1, 'up')}
            >
              <LineIcon d={UP} size={18} />
            </button>
            <button
              type="button"
              class="icon-button rule-down"
              aria-label={t.down(title)}
              disabled={at === of - 1}
              onClick={() => onMove(1, 'down')}
            >
              <LineIcon d={DOWN} size={18} />
            </button>
          </span>
        )}
        <button type="button" class="icon-button" aria-label={t.remove(title)} onClick={onRemove}>
          <Icon name="close" size={18} />
        </button>
      </div>
      {isOpen && (
        <div class="rule-form" id={formId} role="group" aria-label={title}>
          {unplaced.map(({ message }) => (
            <p class="note note-bad" role="alert" key={message}>
              {message}
            </p>
          ))}
          {form}
          {kept.length > 0 && <p class="muted rule-kept">{t.kept(kept.join(', '))}</p>}
        </div>
      )}
    </li>
  );
}
