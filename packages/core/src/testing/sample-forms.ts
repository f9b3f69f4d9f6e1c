import { PLAIN_SLOT } from '../domain/dialogue/forms/plain-slot.ts';
import type { Form, Slot } from '../domain/dialogue/forms/form.ts';

/** A slot that wants some words, unless `change` says otherwise. */
export function sampleSlot(name: string, change: Partial<Slot> = {}): Slot {
  return {
    ...PLAIN_SLOT,
    name,
    type: 'text',
    label: { en: name, zh: `${name} 项` },
    prompt: { en: `Which ${name}?`, zh: `请问 ${name}？` },
    purpose: { en: `to know the ${name}`, zh: `用于了解 ${name}` },
    ...change,
  };
}

export function sampleForm(name: string, slots: readonly Slot[], change: Partial<Form> = {}): Form {
  return {
    name,
    title: { en: `The ${name}`, zh: `${name} 申请` },
    category: name,
    subject: {},
    startedBy: [`${name}.start`],
    slots,
    end: { kind: 'ticket' },
    intro: {},
    done: {},
    ...change,
  };
}

const REASON: Slot = sampleSlot('reason', {
  type: 'choice',
  label: { en: 'Reason', zh: '原因' },
  choices: [
    {
      value: 'broken',
      label: { en: 'It is broken', zh: '坏了' },
      words: { en: ['broken', 'damaged'], zh: ['破损', '碎'] },
    },
    {
      value: 'size',
      label: { en: 'Wrong size', zh: '尺寸不合适' },
      words: { en: ['too small', 'too big'], zh: ['太小', '太大'] },
    },
    { value: 'other', label: { en: 'Something else', zh: '其他' }, words: {} },
  ],
});

/** Six slots of several types, one of them optional, one for some reasons only. */
export const RETURN_FORM: Form = sampleForm(
  'return',
  [
    sampleSlot('order', { type: 'order', label: { en: 'Order number', zh: '订单号' } }),
    REASON,
    sampleSlot('details', {
      label: { en: 'What happened', zh: '详情' },
      requiredIf: { slot: 'reason', is: ['other'] },
      length: { min: 3, max: 200 },
    }),
    sampleSlot('day', {
      type: 'date',
      label: { en: 'Pick-up day', zh: '取件日期' },
      days: { from: 1, to: 30 },
      required: false,
    }),
    sampleSlot('email', { type: 'email', label: { en: 'E-mail', zh: '邮箱' } }),
  ],
  { subject: { en: 'Return of {{order}}', zh: '退货 {{order}}' } },
);

/** A form whose answers are nobody's business. */
export const VISIT_FORM: Form = sampleForm('visit', [
  sampleSlot('complaint', { sensitive: true, fromOpening: true, label: { en: 'Complaint', zh: '症状' } }),
  sampleSlot('name', { isName: true, label: { en: 'Name', zh: '姓名' } }),
  sampleSlot('phone', { type: 'phone', label: { en: 'Phone', zh: '电话' }, required: false }),
]);
