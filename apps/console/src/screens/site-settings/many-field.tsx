import type { FieldProps } from './field-props.ts';

interface ManyFieldProps extends FieldProps {
  choices: readonly string[];
  names: Readonly<Record<string, string>>;
}

/** Any of a few; none of them means that it is not asked for. What the file says besides stays. */
export function ManyField({ label, hint, value, error, onChange, choices, names }: ManyFieldProps) {
  const chosen = value === undefined ? [] : [value].flat().map(String);
  const toggle = (choice: string, on: boolean) => {
    const now = on ? [...chosen, choice] : chosen.filter((each) => each !== choice);
    onChange(now.length > 0 ? now : undefined);
  };
  return (
    <fieldset class="setting-group">
      <legend>{label}</legend>
      <div class="setting-many">
        {[...new Set([...choices, ...chosen])].map((choice) => (
          <label class="check" key={choice}>
            <input
              type="checkbox"
              checked={chosen.includes(choice)}
              onChange={({ currentTarget: { checked } }) => toggle(choice, checked)}
            />
            <span>{names[choice] ?? choice}</span>
          </label>
        ))}
      </div>
      {hint && <small class="field-hint">{hint}</small>}
      {error && (
        <small class="field-error" role="alert">
          {error}
        </small>
      )}
    </fieldset>
  );
}
