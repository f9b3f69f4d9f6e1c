import { fieldAt } from '../field-at.ts';
import type { FieldProps } from '../field-props.ts';
import { LocalizedField } from '../localized-field.tsx';
import { isEntry } from './entries.ts';
import { FormOrJson } from './form-or-json.tsx';
import { useSiteWords } from './site-words.ts';

/** What people read for each category of the FAQs. */
export function CategoriesField({ label, hint, path, value, editor }: FieldProps) {
  const { ofFaqs } = useSiteWords(editor);
  const fits = value === undefined || isEntry(value);
  const owns = ([category]: readonly (string | number)[]) => ofFaqs.some((each) => each === category);
  return (
    <FormOrJson label={label} hint={hint} settingKey="categories" editor={editor} fits={fits} owns={owns}>
      {ofFaqs.map((category) => (
        <div class="rule-pair" key={category}>
          <LocalizedField {...fieldAt(editor, [...path, category], [category])} most={60} />
        </div>
      ))}
    </FormOrJson>
  );
}
