import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Icon, LineIcon } from '@solodesk/ui';
import {
  CONDITION_KINDS,
  EMPTY_VARIANT,
  isUnfinished,
  MOST_VARIANTS,
  wrongWords,
} from '../../state/faqs/answer-variants.ts';
import type { ConditionKind, FaqRow, VariantForm } from '../../state/api/faq-api.ts';
import type { Locale } from '../../state/wire-types.ts';
import { ruleTexts } from '../../texts/rule-texts.ts';
import { useTexts } from '../../texts/index.ts';
import { variantTexts } from '../../texts/variant-texts.ts';
import { AnswerExtras } from './answer-extras.tsx';
import { Field } from '../controls/field.tsx';
import { Glyph } from '../controls/glyph.tsx';
import { showToast } from '../controls/toasts.tsx';
import { WordsField } from '../controls/words-field.tsx';

interface AnswerVariantsProps {
  variants: readonly VariantForm[];
  /** Of what is said. */
  locale: Locale;
  faqs: readonly FaqRow[];
  onChange(variants: VariantForm[]): void;
}

const UP = 'M12 19V5M6 11l6-6 6 6';
const OFFERED: Record<ConditionKind, readonly string[]> = {
  segment: [],
  page: ['/', '/cart', '/products/*'],
  stage: ['visitor', 'contact'],
};

/** What some visitors are told instead of an answer, in one language: each a line that opens as a form. */
export function AnswerVariants({ variants, locale, faqs, onChange }: AnswerVariantsProps) {
  const { t: common, locale: ours } = useTexts();
  const [t, rules] = [variantTexts[ours], ruleTexts[ours]];
  const [open, setOpen] = useState<number | null>(null);
  const box = useRef<HTMLElement>(null);
  const fresh = useRef(false);
  const latest = useRef(variants);
  latest.current = variants;
  useLayoutEffect(() => {
    if (fresh.current) box.current?.querySelector<HTMLElement>('.rule-form textarea')?.focus();
    fresh.current = false;
  });
  const nameOf = (at: number) => variants[at]?.text.trim() || t.nth(at + 1);
  const put = (at: number, change: Partial<VariantForm>) =>
    onChange(variants.map((each, n) => (n === at ? { ...each, ...change } : each)));
  const add = () => {
    fresh.current = true;
    setOpen(variants.length);
    onChange([...variants, EMPTY_VARIANT]);
  };
  const raise = (at: number) => {
    const list = [...variants];
    list.splice(at - 1, 2, variants[at]!, variants[at - 1]!);
    // What is open stays open.
    setOpen(open === at ? at - 1 : open === at - 1 ? at : open);
    onChange(list);
  };
  const remove = (at: number) => {
    const gone = variants[at]!;
    setOpen(null);
    onChange(variants.filter((_, n) => n !== at));
    const back = () => onChange([...latest.current.slice(0, at), gone, ...latest.current.slice(at)]);
    showToast(rules.removed(nameOf(at)), { action: { label: common.common.undo, run: back } });
  };
  return (
    <section class="answer-variants" aria-label={t.title} ref={box}>
      {variants.length > 0 && (
        <>
          <b>{t.title}</b>
          <p class="muted">{t.text}</p>
        </>
      )}
      <ol>
        {variants.map((variant, at) => (
          <li key={at} class={isUnfinished(variant) && open !== at ? 'rule rule-bad' : 'rule'}>
            <div class="rule-line">
              <button
                type="button"
                class="rule-head"
                aria-expanded={open === at}
                onClick={() => setOpen(open === at ? null : at)}
              >
                <b>
                  <span class="rule-place">{at + 1}</span> <span lang={locale}>{nameOf(at)}</span>
                </b>
                <span class="muted">{whomSaid(variant.when, ours)}</span>
              </button>
              {at > 0 && (
                <button type="button" class="icon-button" aria-label={rules.up(nameOf(at))} onClick={() => raise(at)}>
                  <LineIcon d={UP} size={18} />
                </button>
              )}
              <button
                type="button"
                class="icon-button"
                aria-label={rules.remove(nameOf(at))}
                onClick={() => remove(at)}
              >
                <Icon name="close" size={18} />
              </button>
            </div>
            {open === at && (
              <VariantFields
                variant={variant}
                name={t.nth(at + 1)}
                locale={locale}
                faqs={faqs}
                onChange={(change) => put(at, change)}
              />
            )}
          </li>
        ))}
      </ol>
      {variants.length < MOST_VARIANTS ? (
        <button type="button" class="link" onClick={add}>
          <Glyph name="plus" size={14} /> {t.add}
        </button>
      ) : (
        <p class="muted">{t.most(MOST_VARIANTS)}</p>
      )}
    </section>
  );
}

interface VariantFieldsProps {
  variant: VariantForm;
  name: string;
  locale: Locale;
  faqs: readonly FaqRow[];
  onChange(change: Partial<VariantForm>): void;
}

function VariantFields({ variant, name, locale, faqs, onChange }: VariantFieldsProps) {
  const { locale: ours } = useTexts();
  const [t, { comma }] = [variantTexts[ours], ruleTexts[ours]];
  const { when, text } = variant;
  return (
    <div class="rule-form" role="group" aria-label={name}>
      <Field label={t.answer} hint={t.answerHint}>
        <textarea
          lang={locale}
          rows={3}
          maxLength={4000}
          value={text}
          onInput={({ currentTarget: { value } }) => onChange({ text: value })}
        />
      </Field>
      {CONDITION_KINDS.map((kind) => {
        const { label, hint, wrong } = t.fields[kind];
        const bad = wrongWords(kind, when[kind]);
        return (
          <WordsField
            key={kind}
            label={label}
            hint={hint}
            value={when[kind]}
            error={bad.length > 0 ? wrong(bad.join(comma)) : null}
            suggestions={OFFERED[kind]}
            nameOf={(word) => (kind === 'stage' && t.stages[word]) || word}
            onChange={(words) => onChange({ when: { ...when, [kind]: [...(words ?? [])] } })}
          />
        );
      })}
      <details open={variant.links.length + variant.quickReplies.length > 0}>
        <summary>{t.extras}</summary>
        <AnswerExtras answer={variant} locale={locale} faqs={faqs} onChange={onChange} />
      </details>
    </div>
  );
}

/** To whom it is said, as a sentence. */
function whomSaid(when: VariantForm['when'], ours: Locale): string {
  const [t, { comma, or }] = [variantTexts[ours], ruleTexts[ours]];
  const said = CONDITION_KINDS.filter((kind) => when[kind].length > 0).map((kind) =>
    t.said[kind](when[kind].map((word) => (kind === 'stage' && t.stages[word]) || word).join(or)),
  );
  return said.join(comma) || t.never;
}
