import { Icon } from '@solodesk/ui';
import type { FaqRow, SaidForm } from '../../state/api/faq-api.ts';
import type { Locale } from '../../state/wire-types.ts';
import { useTexts } from '../../texts/index.ts';
import { FaqSelect } from './faq-select.tsx';
import { Glyph } from '../controls/glyph.tsx';

interface AnswerExtrasProps {
  answer: SaidForm;
  locale: Locale;
  faqs: readonly FaqRow[];
  onChange(change: Partial<SaidForm>): void;
}

/** Links and buttons under an answer. */
export function AnswerExtras({ answer, locale, faqs, onChange }: AnswerExtrasProps) {
  const { t } = useTexts();
  const { links, quickReplies } = answer;
  const link = (at: number, change: Partial<(typeof links)[number]>) =>
    onChange({ links: links.map((each, n) => (n === at ? { ...each, ...change } : each)) });
  const button = (at: number, label: string, intent: string | null) =>
    onChange({
      quickReplies: quickReplies.map((each, n) => (n === at ? { label, ...(intent !== null && { intent }) } : each)),
    });
  return (
    <>
      <fieldset class="extras">
        <legend>{t.editor.buttons}</legend>
        {quickReplies.map(({ label, intent }, at) => (
          <div class="extra" key={at}>
            <input
              type="text"
              lang={locale}
              aria-label={t.editor.buttonLabel}
              placeholder={t.editor.buttonLabel}
              value={label}
              onInput={({ currentTarget: { value } }) => button(at, value, intent ?? null)}
            />
            <FaqSelect
              label={t.editor.buttonIntent}
              faqs={faqs}
              value={intent ?? null}
              none={t.editor.buttonTyped}
              onChange={(chosen) => button(at, label, chosen)}
            />
            <Remove onClick={() => onChange({ quickReplies: quickReplies.filter((_, n) => n !== at) })} />
          </div>
        ))}
        <Add label={t.editor.addButton} onClick={() => onChange({ quickReplies: [...quickReplies, { label: '' }] })} />
      </fieldset>
      <fieldset class="extras">
        <legend>{t.editor.links}</legend>
        {links.map(({ label, url }, at) => (
          <div class="extra" key={at}>
            <input
              type="text"
              lang={locale}
              aria-label={t.editor.linkLabel}
              placeholder={t.editor.linkLabel}
              value={label}
              onInput={({ currentTarget: { value } }) => link(at, { label: value })}
            />
            <input
              type="url"
              inputMode="url"
              aria-label={t.editor.linkUrl}
              placeholder="https://"
              value={url}
              onInput={({ currentTarget: { value } }) => link(at, { url: value })}
            />
            <Remove onClick={() => onChange({ links: links.filter((_, n) => n !== at) })} />
          </div>
        ))}
        <Add label={t.editor.addLink} onClick={() => onChange({ links: [...links, { label: '', url: '' }] })} />
      </fieldset>
    </>
  );
}

function Add({ label, onClick }: { label: string; onClick(): void }) {
  return (
    <button type="button" class="link" onClick={onClick}>
      <Glyph name="plus" size={14} /> {label}
    </button>
  );
}

function Remove({ onClick }: { onClick(): void }) {
  const { t } = useTexts();
  return (
    <button type="button" class="icon-button" aria-label={t.common.remove} title={t.common.remove} onClick={onClick}>
      <Icon name="close" size={16} />
    </button>
  );
}
