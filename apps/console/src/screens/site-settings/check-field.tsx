import type { FieldProps } from './field-props.ts';

/** Yes or no. */
export function CheckField({ label, hint, value, usual, error, onChange }: FieldProps) {
  return (
    <div class="field">
      <label class="check">
        <input
          type="checkbox"
          checked={(value ?? usual) === true}
          onChange={({ currentTarget: { checked } }) => onChange(checked)}
        />
        <span>{label}</span>
      </label>
      {hint && <small class="field-hint">{hint}</small>}
      {error && (
        <small class="field-error" role="alert">
          {error}
        </small>
      )}
    </div>
  );
}
