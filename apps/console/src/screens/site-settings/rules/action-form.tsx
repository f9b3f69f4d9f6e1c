import { actionFormTexts } from '../../../texts/action-form-texts.ts';
import type { ActionKind } from '../../../texts/action-form-texts.ts';
import { useTexts } from '../../../texts/index.ts';
import { CheckField } from '../check-field.tsx';
import { fieldAt } from '../field-at.ts';
import type { Said } from '../field-at.ts';
import { LocalizedField } from '../localized-field.tsx';
import { NumberField } from '../number-field.tsx';
import { TextField } from '../text-field.tsx';
import { WordsField } from '../../../parts/controls/words-field.tsx';
import { ActionSlots } from './action-slots.tsx';
import { textOf } from './entries.ts';
import type { EntryFormProps } from './rule-list-props.ts';

/** What the form shows of some kinds only. */
export const SHOWN_OF_KINDS = [
  ...['category', 'text', 'link', 'service', 'where', 'resource', 'minutes', 'every', 'days', 'noticeMinutes', 'most'],
  ...['remindMinutes', 'url', 'secret', 'timeoutSeconds', 'retries', 'ticket', 'confirm'],
];
/** What holds where the file says nothing: as the published schema says it. */
const USUAL = { minutes: 30, days: 60, noticeMinutes: 120, most: 3, remindMinutes: 1440 } as const;
const USUAL_CALL = { timeoutSeconds: 8, retries: 2 } as const;

interface ActionFormProps extends EntryFormProps {
  /** Of the FAQs, by their intents. */
  questions: Readonly<Record<string, string>>;
}

/** One action: what begins it, what it asks for, and what it does. */
export function ActionForm({ editor, path, entry, questions }: ActionFormProps) {
  const { locale } = useTexts();
  const t = actionFormTexts[locale];
  const kind = textOf(entry, 'do') as ActionKind;
  const field = (key: keyof typeof t.fields) => fieldAt(editor, [...path, key], t.fields[key]);
  const faqs = { suggestions: Object.keys(questions), nameOf: (intent: string) => questions[intent] ?? intent };
  return (
    <>
      <p class="muted">{t.what[kind]}</p>
      <LocalizedField {...field('title')} most={60} isNeeded />
      <WordsField {...field('intents')} {...faqs} />
      <WordsField {...field('offeredUnder')} {...faqs} />
      <OfKind kind={kind} editor={editor} path={path} entry={entry} />
      <ActionSlots editor={editor} path={[...path, 'slots']} isUsual={kind !== 'call'} />
      <LocalizedField {...field('fallback')} most={500} rows={2} />
      <TextField {...field('name')} most={40} isNeeded />
    </>
  );
}

function OfKind({ kind, editor, path, entry }: EntryFormProps & { kind: ActionKind }) {
  const { locale } = useTexts();
  const t = actionFormTexts[locale];
  const at = (key: string, said: Said) => fieldAt(editor, [...path, key], said);
  switch (kind) {
    case 'order-status':
    case 'change-booking':
      return null;
    case 'order-request':
      return <TextField {...at('category', t.category)} usual="orders" most={60} />;
    case 'return-label':
      return (
        <>
          <LocalizedField {...at('text', t.label.text)} most={1000} rows={3} isNeeded />
          <TextField {...at('link', t.label.link)} most={2000} />
          <TextField {...at('category', t.category)} usual="returns" most={60} />
        </>
      );
    case 'book': {
      const number = (key: 'minutes' | 'days' | 'noticeMinutes' | 'most') => (
        <NumberField {...at(key, t.book[key])} usual={USUAL[key]} />
      );
      const reminder = at('remindMinutes', t.remindMinutes);
      return (
        <>
          <LocalizedField {...at('service', t.book.service)} most={80} isNeeded />
          <LocalizedField {...at('where', t.book.where)} most={200} />
          <div class="rule-pair">
            <TextField {...at('resource', t.book.resource)} most={60} />
            {number('minutes')}
            <NumberField {...at('every', t.book.every)} usual={entry.minutes ?? USUAL.minutes} />
            {number('days')}
            {number('noticeMinutes')}
            {number('most')}
          </div>
          <CheckField
            {...reminder}
            label={t.remind}
            hint={undefined}
            error={null}
            value={reminder.value !== null}
            onChange={(on) => reminder.onChange(on === true ? undefined : null)}
          />
          {reminder.value !== null && <NumberField {...reminder} usual={USUAL.remindMinutes} />}
        </>
      );
    }
    case 'call': {
      const ticket = at('ticket', t.call.ticket);
      return (
        <>
          <TextField {...at('url', t.call.url)} most={2000} isNeeded />
          <TextField {...at('secret', t.call.secret)} most={40} isNeeded />
          <div class="rule-pair">
            {(['timeoutSeconds', 'retries'] as const).map((key) => (
              <NumberField key={key} {...at(key, t.call[key])} usual={USUAL_CALL[key]} />
            ))}
          </div>
          <CheckField {...at('confirm', [t.confirm])} usual={true} />
          <CheckField
            {...ticket}
            label={t.makesTicket}
            hint={undefined}
            error={null}
            value={ticket.value !== null}
            onChange={(on) => ticket.onChange(on === true ? undefined : null)}
          />
          {ticket.value !== null && <TextField {...ticket} usual={textOf(entry, 'name')} most={60} />}
        </>
      );
    }
  }
}
