import { Field } from '../../../parts/controls/field.tsx';
import { besideField, problemsAt } from '../../../state/settings/setting-draft.ts';
import { ruleTexts } from '../../../texts/rule-texts.ts';
import { useTexts } from '../../../texts/index.ts';
import type { FieldProps } from '../field-props.ts';
import { TextField } from '../text-field.tsx';
import { isEntry, textOf } from './entries.ts';
import type { Entry } from './entries.ts';
import { fieldAt } from '../field-at.ts';

export type TargetKind = 'owner' | 'person' | 'address' | 'action';

export function targetKind(target: unknown): TargetKind {
  if (!isEntry(target)) return 'owner';
  return 'action' in target ? 'action' : 'person' in target ? 'person' : 'address';
}

/** Who somebody else is, and how they are reached: each kind writes it under keys of its own. */
export function targetSaid(target: unknown): { who: string; mail: string } {
  if (!isEntry(target)) return { who: '', mail: '' };
  const kind = targetKind(target);
  if (kind === 'action') return { who: textOf(target, 'action'), mail: '' };
  return kind === 'person'
    ? { who: textOf(target, 'person'), mail: textOf(target, 'mail') }
    : { who: textOf(target, 'name'), mail: textOf(target, 'address') };
}

function targetOf(kind: TargetKind, { who, mail }: { who: string; mail: string }): unknown {
  if (kind === 'owner') return 'owner';
  if (kind === 'action') return { action: who };
  return kind === 'person' ? { person: who, mail } : { name: who, address: mail };
}

/** Who settles what a rule fits: the owner, a second person, or somebody outside. */
export function TargetField({ path, value, onChange, editor }: FieldProps) {
  const { locale } = useTexts();
  const t = ruleTexts[locale].routing;
  const kind = targetKind(value);
  const keys = kind === 'person' ? (['person', 'mail'] as const) : (['name', 'address'] as const);
  const inside: readonly string[] = kind === 'action' ? ['action'] : keys;
  // What is wrong with the whole of it stands here, what is wrong with a part beside the part.
  const wrong = problemsAt(editor.problems, path).filter((one) => !inside.includes(String(one.path[path.length])));
  const kinds: readonly TargetKind[] = [
    'owner',
    'person',
    'address',
    ...(kind === 'action' ? (['action'] as const) : []),
  ];
  const remarks = (isEntry(value) ? Object.entries(value) : []).filter(([key]) => key.startsWith('_'));
  const choose = (wanted: TargetKind) => {
    const chosen = targetOf(wanted, targetSaid(value));
    onChange(isEntry(chosen) ? ({ ...chosen, ...Object.fromEntries(remarks) } satisfies Entry) : chosen);
  };
  return (
    <>
      <Field
        label={t.to}
        hint={t.targetHints[kind]}
        error={wrong.map(({ message }) => besideField(message)).join(' ') || null}
      >
        <select value={kind} onChange={({ currentTarget }) => choose(currentTarget.value as TargetKind)}>
          {kinds.map((each) => (
            <option key={each} value={each}>
              {t.targets[each]}
            </option>
          ))}
        </select>
      </Field>
      {kind === 'action' && <TextField {...fieldAt(editor, [...path, 'action'], [t.action])} most={60} isNeeded />}
      {(kind === 'person' || kind === 'address') && (
        <div class="rule-pair">
          <TextField {...fieldAt(editor, [...path, keys[0]], [t.who])} most={80} isNeeded />
          <TextField {...fieldAt(editor, [...path, keys[1]], [t.mail])} most={200} isNeeded />
        </div>
      )}
    </>
  );
}
