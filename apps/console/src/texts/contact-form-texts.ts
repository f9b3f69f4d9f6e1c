import type { Locale } from '../state/wire-types.ts';

export interface ContactFormTexts {
  add: string;
  title: string;
  text: string;
  edit: string;
  name: string;
  phoneHint: string;
  unknown: string;
  customer: string;
  customerText: string;
  save: string;
  saving: string;
  cancel: string;
  added(name: string): string;
  known(name: string): string;
  saved: string;
  undo: string;
  undone: string;
  noReach: string;
  nothingLeft: string;
  wrong: { name: string; email: string; phone: string };
}

export const contactFormTexts: Record<Locale, ContactFormTexts> = {
  en: {
    add: 'Add a contact',
    title: 'New contact',
    text: 'Somebody who called, wrote or came by. An e-mail address or a telephone number is enough.',
    edit: 'Change',
    name: 'Name',
    phoneHint: 'With its country code, such as +49 30 123456.',
    unknown: 'not known',
    customer: 'Is a customer',
    customerText: 'For who has bought, but not in a way that brings an order here.',
    save: 'Save',
    saving: 'Saving …',
    cancel: 'Cancel',
    added: (name) => `${name} is in your contacts.`,
    known: (name) => `${name} has this address or number already. Nothing was changed.`,
    saved: 'Saved.',
    undo: 'Undo',
    undone: 'It is as it was.',
    noReach: 'Please give an e-mail address or a telephone number.',
    nothingLeft: 'An e-mail address or a telephone number has to stay: you could not reach them any more.',
    wrong: {
      name: 'This name is too long, or holds characters that cannot be seen.',
      email: 'This is no e-mail address, such as ada@example.com.',
      phone: 'This is no telephone number. Write it with its country code, such as +49 30 123456.',
    },
  },
  zh: {
    add: '添加联系人',
    title: '新联系人',
    text: '打过电话、写过信或到过店的人。有邮箱或电话就够了。',
    edit: '修改',
    name: '姓名',
    phoneHint: '请带国家代码，例如 +86 138 0013 8000。',
    unknown: '未知',
    customer: '是客户',
    customerText: '用于购买过、但订单没有进入系统的人。',
    save: '保存',
    saving: '正在保存…',
    cancel: '取消',
    added: (name) => `${name} 已加入联系人。`,
    known: (name) => `${name} 已经使用此邮箱或电话，没有做任何更改。`,
    saved: '已保存。',
    undo: '撤销',
    undone: '已恢复原状。',
    noReach: '请填写邮箱或电话。',
    nothingLeft: '邮箱和电话至少要留一个，否则就无法联系此人了。',
    wrong: {
      name: '姓名太长，或含有不可见的字符。',
      email: '这不是邮箱地址，正确的例子：ada@example.com。',
      phone: '这不是电话号码。请带国家代码填写，例如 +86 138 0013 8000。',
    },
  },
};
