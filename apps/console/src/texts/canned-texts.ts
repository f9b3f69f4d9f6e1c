import type { Locale } from '../state/wire-types.ts';

export interface CannedTexts {
  title: string;
  text: string;
  places: string;
  add: string;
  none: string;
  name: string;
  english: string;
  chinese: string;
  hint: string;
  save: string;
  change(name: string): string;
  remove(name: string): string;
  removed(name: string): string;
  notSaved: string;
  /** Its form is open here. */
  gone(name: string): string;
  saveAsNew: string;
  discard: string;
  /** The button in front of the reply. */
  open: string;
  menu: string;
  nothing(wanted: string): string;
  nothingYet: string;
  toSettings: string;
  faq: string;
  onlyIn: Record<Locale, string>;
  means(text: string): string;
  fillIn(places: string): string;
  unread: string;
  /** Of an answer in a conversation. */
  makeFaq: string;
  answered: string;
  use: string;
}

export const cannedTexts: Record<Locale, CannedTexts> = {
  en: {
    title: 'Canned replies',
    text: 'What you often say. Type / in a reply to find one; it goes out in the customer’s language, and never by itself.',
    places: '{name} becomes the customer’s name, {me} yours, {site} that of the business.',
    add: 'Add a reply',
    none: 'None yet.',
    name: 'Name',
    english: 'In English',
    chinese: 'In Chinese',
    hint: 'One language is enough; customers of the other are shown it too.',
    save: 'Save',
    change: (name) => `Change ${name}`,
    remove: (name) => `Remove ${name}`,
    removed: (name) => `Removed: ${name}`,
    notSaved: 'The reply was not saved.',
    gone: (name) =>
      `“${name}” was removed in another window or by somebody else while its form was open here. What you see below is all still here, but saved nowhere.`,
    saveAsNew: 'Save as a new one',
    discard: 'Discard',
    open: 'Canned replies (/)',
    menu: 'Canned replies and answers',
    nothing: (wanted) => `Nothing found for “${wanted}”.`,
    nothingYet: 'There is nothing to choose from yet.',
    toSettings: 'Write your own',
    faq: 'FAQ',
    onlyIn: { en: 'only in English', zh: 'only in Chinese' },
    means: (text) => `It says: ${text}`,
    fillIn: (places) => `Fill in ${places} before it is sent.`,
    unread: 'Some replies could not be read.',
    makeFaq: 'Make it an FAQ',
    answered: 'You answered this before',
    use: 'Use it',
  },
  zh: {
    title: '常用回复',
    text: '您常说的话。回复时输入 / 即可查找；会以客户的语言发出，绝不会自动发送。',
    places: '{name} 会换成客户的名字，{me} 换成您的名字，{site} 换成商家名称。',
    add: '添加常用回复',
    none: '还没有。',
    name: '名称',
    english: '英文',
    chinese: '中文',
    hint: '填写一种语言即可；使用另一种语言的客户也会看到它。',
    save: '保存',
    change: (name) => `修改 ${name}`,
    remove: (name) => `删除 ${name}`,
    removed: (name) => `已删除：${name}`,
    notSaved: '常用回复未能保存。',
    gone: (name) => `“${name}”在这里打开期间，已在别的窗口或被别人删除。您在这里看到的内容还在，但没有保存在任何地方。`,
    saveAsNew: '另存为新回复',
    discard: '放弃',
    open: '常用回复（/）',
    menu: '常用回复和答案',
    nothing: (wanted) => `没有找到“${wanted}”。`,
    nothingYet: '还没有可选的内容。',
    toSettings: '自己写一条',
    faq: '常见问题',
    onlyIn: { en: '只有英文', zh: '只有中文' },
    means: (text) => `意思是：${text}`,
    fillIn: (places) => `发送前请先填写 ${places}。`,
    unread: '部分内容无法读取。',
    makeFaq: '存为常见问题',
    answered: '您以前回答过',
    use: '使用',
  },
};
