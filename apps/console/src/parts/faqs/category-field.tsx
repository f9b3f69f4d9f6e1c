import { useState } from 'preact/hooks';
import type { FaqList } from '../../state/api/faq-api.ts';
import { useTexts } from '../../texts/index.ts';
import { Field } from '../controls/field.tsx';

interface CategoryFieldProps {
  /** Empty: none is chosen yet. */
  value: string;
  list: Pick<FaqList, 'categories' | 'categoryNames'>;
  onChange(category: string): void;
}

/** No category is called so. */
const NEW = '+';

/** What a new FAQ is about: one of the site's subjects by its name, or a new one. */
export function CategoryField({ value, list: { categories, categoryNames }, onChange }: CategoryFieldProps) {
  const { t, locale } = useTexts();
  const [isNew, setNew] = useState(value !== '' && !categories.includes(value));
  const nameOf = (category: string) => categoryNames[category]?.[locale] ?? category;
  const known = [...categories].sort((one, other) => nameOf(one).localeCompare(nameOf(other), locale));
  return (
    <>
      <Field label={t.editor.category}>
        <select
          value={isNew ? NEW : value}
          onChange={({ currentTarget: { value: chosen } }) => {
            setNew(chosen === NEW);
            onChange(chosen === NEW ? '' : chosen);
          }}
        >
          {value === '' && !isNew && <option value="">{t.editor.choose}</option>}
          {known.map((category) => (
            <option key={category} value={category}>
              {nameOf(category)}
            </option>
          ))}
          <option value={NEW}>{t.editor.newCategory}</option>
        </select>
      </Field>
      {isNew && (
        <Field label={t.editor.newCategoryName} hint={t.editor.categoryHint}>
          <input
            type="text"
            maxLength={60}
            autocapitalize="none"
            value={value}
            onInput={({ currentTarget }) => {
              // As a file may be called: "Gift cards" is gift-cards.
              const name = currentTarget.value
                .toLowerCase()
                .replace(/[^a-z0-9]+/g, '-')
                .replace(/^-/, '');
              currentTarget.value = name;
              onChange(name);
            }}
            onBlur={() => onChange(value.replace(/-$/, ''))}
          />
        </Field>
      )}
    </>
  );
}

/** Where there is one subject alone, and where there is none, nobody is asked. */
export function onlyCategory({ categories }: Pick<FaqList, 'categories'>): string {
  return categories.length > 1 ? '' : (categories[0] ?? 'general');
}
