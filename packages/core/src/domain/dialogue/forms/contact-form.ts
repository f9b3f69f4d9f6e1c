import type { Form } from './form.ts';
import { PLAIN_SLOT } from './plain-slot.ts';
import { phoneInsteadOf } from './told-phone.ts';

/** The name of the form that every site has; a site's own form of this name takes its place. */
export const CONTACT = 'contact';

/** What the bot cannot answer while nobody is there: the words, and where an answer reaches the visitor. */
export const CONTACT_FORM: Form = {
  name: CONTACT,
  title: { en: 'Message to us', zh: '给我们留言' },
  category: 'question',
  subject: { en: 'Question: {{details}}', zh: '问题：{{details}}' },
  startedBy: [],
  slots: [
    {
      ...PLAIN_SLOT,
      name: 'details',
      type: 'text',
      label: { en: 'Your question', zh: '您的问题' },
      prompt: { en: 'What is it about? Please tell me in a few sentences.', zh: '请简单说明一下您的问题。' },
      purpose: { en: 'to know what you need', zh: '用于让回复的人了解情况' },
      length: { min: 2, max: 4000 },
      fromOpening: true,
    },
    {
      ...PLAIN_SLOT,
      name: 'email',
      type: 'email',
      label: { en: 'E-mail', zh: '邮箱' },
      prompt: {
        en: 'Which e-mail address shall the answer go to?',
        zh: '回复发到哪个邮箱？',
      },
      purpose: { en: 'to send you the answer', zh: '用于把回复发给您' },
    },
    phoneInsteadOf('email'),
  ],
  end: { kind: 'ticket' },
  intro: {},
  done: {},
};
