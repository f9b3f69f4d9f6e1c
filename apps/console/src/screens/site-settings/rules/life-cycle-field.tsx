import { StageBadge } from '../../../parts/contacts/stage-badge.tsx';
import { isEntry } from './entries.ts';
import { STAGES } from '../../../state/api/life-api.ts';
import type { LifeRules } from '../../../state/api/life-api.ts';
import { valueAt } from '../../../state/settings/setting-draft.ts';
import { lifeTexts } from '../../../texts/life-texts.ts';
import { ruleTexts } from '../../../texts/rule-texts.ts';
import { useTexts } from '../../../texts/index.ts';
import type { FieldProps } from '../field-props.ts';
import { NumberField } from '../number-field.tsx';
import { fieldAt } from '../field-at.ts';
import { FormOrJson } from './form-or-json.tsx';

const DAYS = ['leadDays', 'newDays', 'atRiskDays', 'churnedDays', 'wonBackDays'] as const;

/** By which days somebody is a lead, new, active, at risk, lost and won back, beside what that comes to in words. */
export function LifeCycleField({ label, hint, path, value, editor }: FieldProps) {
  const { locale } = useTexts();
  const t = ruleTexts[locale];
  const rules = Object.fromEntries(
    DAYS.map((key) => [key, valueAt(editor.edit.values, [...path, key]) ?? valueAt(editor.defaults, [...path, key])]),
  ) as unknown as LifeRules;
  return (
    <FormOrJson
      label={label}
      hint={hint}
      settingKey="lifeCycle"
      editor={editor}
      fits={value === undefined || isEntry(value)}
      owns={([day]) => DAYS.some((each) => each === day)}
    >
      <div class="life-days">
        {DAYS.map((key) => (
          <NumberField key={key} {...fieldAt(editor, [...path, key], t.life[key])} />
        ))}
      </div>
      <p class="muted">{t.lifeNow}</p>
      <dl class="life-rules">
        {STAGES.map((stage) => (
          <div key={stage}>
            <dt>
              <StageBadge stage={stage} />
            </dt>
            <dd>{lifeTexts[locale].rule(stage, rules)}</dd>
          </div>
        ))}
      </dl>
    </FormOrJson>
  );
}
