import type { Form } from '../dialogue/forms/form.ts';
import { PLAIN_SLOT } from '../dialogue/forms/plain-slot.ts';
import { phoneInsteadOf } from '../dialogue/forms/told-phone.ts';

/** The form that asks for the details of a complaint; a site's own form of this name takes its place. */
export const COMPLAINT = 'complaint';

/** What is asked of somebody who complains: as little as possible, and never what they have just said. */
export const COMPLAINT_FORM: Form = {
  name: COMPLAINT,
  title: { en: 'Complaint', zh: '投诉' },
  category: COMPLAINT,
  subject: { en: 'Complaint: {{details}}', zh: '投诉：{{details}}' },
  startedBy: [],
  slots: [
    {
      ...PLAIN_SLOT,
      name: 'details',
      type: 'text',
      label: { en: 'What happened', zh: '事情经过' },
      prompt: { en: 'What happened? A few sentences are enough.', zh: '请简单说说发生了什么。' },
      purpose: { en: 'to understand what went wrong', zh: '用于了解问题出在哪里' },
      length: { min: 2, max: 4000 },
      fromOpening: true,
    },
    {
      ...PLAIN_SLOT,
      name: 'order',
      type: 'order',
      required: false,
      label: { en: 'Order', zh: '订单号' },
      prompt: { en: 'Which order is it about, if it is about one?', zh: '如果和订单有关，请告诉我订单号。' },
      purpose: { en: 'to look the order up', zh: '用于查询订单' },
    },
    {
      ...PLAIN_SLOT,
      name: 'wish',
      type: 'text',
      required: false,
      label: { en: 'Wish', zh: '希望的处理方式' },
      prompt: { en: 'What would put it right for you?', zh: '您希望我们怎样处理？' },
      purpose: { en: 'to make you a fitting offer', zh: '用于给出合适的处理方案' },
      length: { min: 2, max: 1000 },
    },
    {
      ...PLAIN_SLOT,
      name: 'email',
      type: 'email',
      label: { en: 'E-mail', zh: '邮箱' },
      prompt: { en: 'Which e-mail address shall the answer go to?', zh: '答复发到哪个邮箱？' },
      purpose: { en: 'to send you the answer', zh: '用于把答复发给您' },
    },
    phoneInsteadOf('email'),
  ],
  end: { kind: 'ticket' },
  intro: {},
  done: {},
};
