import type { Form, Slot } from '../dialogue/forms/form.ts';
import { PLAIN_SLOT } from '../dialogue/forms/plain-slot.ts';
import type { ActionKind, SiteAction } from './site-action.ts';

const ORDER: Slot = {
  ...PLAIN_SLOT,
  name: 'order',
  type: 'order',
  label: { en: 'Order number', zh: '订单号' },
  prompt: {
    en: 'Which order is it? Its number stands in the confirmation mail.',
    zh: '是哪个订单？订单号在确认邮件里。',
  },
  purpose: { en: 'to find your order', zh: '用于查找您的订单' },
};

/** Whoever is signed in has said who they are. */
const EMAIL: Slot = {
  ...PLAIN_SLOT,
  name: 'email',
  type: 'email',
  label: { en: 'E-mail', zh: '邮箱' },
  prompt: { en: 'Which e-mail address was it ordered with?', zh: '下单时用的是哪个邮箱？' },
  purpose: { en: 'to make sure that the order is yours', zh: '用于确认这是您的订单' },
  unlessVerified: true,
};

const WISH: Slot = {
  ...PLAIN_SLOT,
  name: 'wish',
  type: 'text',
  label: { en: 'What you need', zh: '您的要求' },
  prompt: { en: 'What shall we change or do about it?', zh: '您想更改什么，或需要我们做什么？' },
  purpose: { en: 'so that we do what suits you', zh: '用于按您的意愿处理' },
  length: { min: 2, max: 2000 },
};

const NAME: Slot = {
  ...PLAIN_SLOT,
  name: 'name',
  type: 'text',
  label: { en: 'Name', zh: '姓名' },
  prompt: { en: 'What is your name?', zh: '请问怎么称呼您？' },
  purpose: { en: 'to know whom to expect', zh: '用于知道来的是谁' },
  isName: true,
  length: { min: 1, max: 80 },
};

const REACH: Slot = {
  ...EMAIL,
  prompt: { en: 'Which e-mail address may we write to?', zh: '我们可以写到哪个邮箱？' },
  purpose: { en: 'to send you the appointment', zh: '用于把预约发给您' },
  unlessVerified: false,
};

const USUAL: Record<ActionKind, readonly Slot[]> = {
  'order-status': [ORDER, EMAIL],
  'order-request': [ORDER, WISH, EMAIL],
  'return-label': [ORDER, EMAIL],
  book: [NAME, REACH],
  'change-booking': [],
  call: [],
};

/** What is answered rather than requested: whoever asks about it wants it. */
const AT_ONCE: ReadonlySet<ActionKind> = new Set(['order-status', 'change-booking', 'call']);
/** What changes nothing by itself, or lets choose before it does. */
const UNCONFIRMED: ReadonlySet<ActionKind> = new Set(['order-status', 'change-booking', 'book']);

/** The questions of an action that its own FAQs begin. */
export function actionForm(action: SiteAction): Form {
  const { name, title, intents, offeredUnder, kind } = action;
  return {
    name,
    title,
    category: 'category' in action ? action.category : name,
    subject: {},
    startedBy: intents,
    ...(offeredUnder.length > 0 && { offeredUnder }),
    slots: action.slots ?? USUAL[kind],
    end: { kind: 'action', action: name },
    intro: {},
    done: {},
    ...(AT_ONCE.has(kind) && { atOnce: true }),
    ...(kind === 'change-booking' && { changesBooking: true }),
    ...unconfirmed(action),
  };
}

function unconfirmed(action: SiteAction): Pick<Form, 'unconfirmed'> {
  const isPlain = action.kind === 'call' ? !action.confirm : UNCONFIRMED.has(action.kind);
  return isPlain ? { unconfirmed: true } : {};
}

/** A site's forms with those of the actions that begin by themselves. */
export function formsWithActions(forms: readonly Form[], actions: readonly SiteAction[]): Form[] {
  const byName = new Map(actions.map((action) => [action.name, action]));
  const own = forms.map((form) => {
    const action = form.end.kind === 'action' ? byName.get(form.end.action) : undefined;
    return action === undefined ? form : { ...form, ...unconfirmed(action) };
  });
  return [...own, ...actions.filter(beginsByItself).map((action) => actionForm(action))];
}

/** Whether no form of the site's has to end in it. */
export function beginsByItself({ intents, offeredUnder }: Pick<SiteAction, 'intents' | 'offeredUnder'>): boolean {
  return intents.length > 0 || offeredUnder.length > 0;
}
