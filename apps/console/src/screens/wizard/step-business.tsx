import { Field } from '../../parts/controls/field.tsx';
import { useTexts } from '../../texts/index.ts';
import { suggestId } from './draft.ts';
import type { StepProps } from './steps.ts';

export function StepBusiness({ draft, change, problem, editing }: StepProps) {
  const { w } = useTexts();
  return (
    <>
      <Field label={w.business.name} error={problem?.field === 'name' ? problem.text : null}>
        <input
          type="text"
          maxLength={80}
          autocomplete="organization"
          value={draft.name}
          onInput={({ currentTarget: { value } }) =>
            change(draft.idTouched ? { name: value } : { name: value, id: suggestId(value) })
          }
        />
      </Field>
      {!editing && (
        <Field label={w.business.id} hint={w.business.idHint} error={problem?.field === 'id' ? problem.text : null}>
          <input
            type="text"
            maxLength={40}
            spellcheck={false}
            autocapitalize="none"
            value={draft.id}
            onInput={({ currentTarget: { value } }) => change({ id: value.trim(), idTouched: value !== '' })}
          />
        </Field>
      )}
      <Field label={w.business.owner} hint={w.business.ownerHint}>
        <input
          type="text"
          maxLength={80}
          value={draft.ownerName}
          onInput={({ currentTarget: { value } }) => change({ ownerName: value })}
        />
      </Field>
      <Field label={w.business.web} hint={w.business.webHint} error={problem?.field === 'web' ? problem.text : null}>
        <input
          type="text"
          inputMode="url"
          spellcheck={false}
          autocapitalize="none"
          placeholder="https://"
          value={draft.web}
          onInput={({ currentTarget: { value } }) => change({ web: value })}
        />
      </Field>
    </>
  );
}
