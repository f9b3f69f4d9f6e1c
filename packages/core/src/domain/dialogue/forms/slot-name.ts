import { plainWords } from '../../words/plain-words.ts';
import type { Form, Slot, SlotType } from './form.ts';

/** How people call a slot besides its label. */
const CALLED: Partial<Record<SlotType, RegExp>> = {
  email: /e-?mail|\bmail\b|\baddress\b|邮箱|邮件|电邮/,
  phone: /phone|mobile|\bcell\b|电话|手机/,
  date: /\bda(?:te|y)\b|日期|时间|哪天/,
  order: /\border\b|订单|单号/,
  amount: /amount|\bsum\b|price|金额|价格/,
  product: /product|\bitem\b|article|商品|产品/,
  file: /\bfiles?\b|photos?|pictures?|\bimages?\b|attachments?|screen ?shots?|照片|图片|文件|附件|截图/,
};

/** The slot whose name stands in the words, the longest name first: "order date" is no "order". */
export function namedSlot(words: string, form: Form): Slot | null {
  const plain = plainWords(words);
  let best: { slot: Slot; length: number } | null = null;
  for (const slot of form.slots) {
    const labels = Object.values(slot.label).map((label) => label.toLowerCase());
    const length = Math.max(0, ...labels.filter((label) => plain.includes(label)).map((label) => label.length));
    if (length > (best?.length ?? 0)) best = { slot, length };
  }
  return best?.slot ?? form.slots.find(({ type }) => CALLED[type]?.test(plain) === true) ?? null;
}

/** Whether the words are a slot's name and nothing else: "the e-mail address", 日期. */
export function isNameOf(slot: Slot, words: string): boolean {
  const plain = plainWords(words).replace(/^(?:(?:please|change|the|my|an?|请|改一?下?|我的) ?)+/, '');
  if (Object.values(slot.label).some((label) => label.toLowerCase() === plain)) return true;
  const called = CALLED[slot.type];
  return called !== undefined && new RegExp(`^(?:${called.source})号?(?: (?:number|address|no\\.?))?$`).test(plain);
}
