import type { Moved } from '../state/api/merge-api.ts';
import type { Locale } from '../state/wire-types.ts';

export interface MergeTexts {
  title: string;
  text: string;
  shares: Record<'email' | 'phone', string>;
  open: string;
  look: string;
  after: string;
  aside: string;
  moves: string;
  moved: Record<keyof Moved, string>;
  nothing: string;
  vouch: string;
  vouchText: string;
  merge: string;
  keep: string;
  merged(name: string): string;
  undo: string;
  undone(name: string): string;
  failed: string;
  earlier: string;
  was(name: string, day: string): string;
  part(name: string): string;
  /** In a conversation: the contact behind it. */
  asContact(name: string): string;
  maybeSame(count: number): string;
  /** In a conversation's menu. */
  find: string;
  nobodyYet: string;
  noOther: string;
}

export const mergeTexts: Record<Locale, MergeTexts> = {
  en: {
    asContact: (name) => `Contact: ${name}`,
    maybeSame: (count) => (count === 1 ? 'perhaps there twice' : `perhaps there ${count + 1} times`),
    find: 'Merge duplicates',
    nobodyYet: 'Nothing is known yet of who this is, so there is nobody to merge with.',
    noOther: 'Nobody else has the same e-mail address or number.',
    title: 'Perhaps the same person',
    text: 'Nothing is merged by itself. Look first: it can be undone.',
    shares: { email: 'same e-mail', phone: 'same number' },
    open: 'Open',
    look: 'Preview the merge',
    after: 'The one contact afterwards',
    aside: 'Also recognised by',
    moves: 'What moves to it',
    moved: {
      visitors: 'Browsers',
      orders: 'Orders',
      tickets: 'Tickets',
      appointments: 'Appointments',
      surveys: 'Scores and surveys',
    },
    nothing: 'nothing but what is noted',
    vouch: 'I know that both are the same person',
    vouchText:
      'Only one of the two is verified. The other is what one visitor said; that browser still sees no orders.',
    merge: 'Merge',
    keep: 'Keep both',
    merged: (name) => `Merged with ${name}.`,
    undo: 'Undo',
    undone: (name) => `${name} is a contact again, as before.`,
    failed: 'Nothing was changed.',
    earlier: 'Merged earlier',
    was: (name, day) => `${name}, on ${day}`,
    part: (name) => `Undo the merge with ${name}`,
  },
  zh: {
    asContact: (name) => `联系人：${name}`,
    maybeSame: (count) => `可能重复 ${count + 1} 次`,
    find: '合并重复联系人',
    nobodyYet: '还不知道对方是谁，因此没有可合并的联系人。',
    noOther: '没有其他联系人使用相同的邮箱或电话。',
    title: '可能是同一个人',
    text: '系统不会自动合并。请先预览，合并后可以撤销。',
    shares: { email: '邮箱相同', phone: '电话相同' },
    open: '打开',
    look: '预览合并',
    after: '合并后的联系人',
    aside: '同样会被识别',
    moves: '将转移的内容',
    moved: { visitors: '浏览器', orders: '订单', tickets: '工单', appointments: '预约', surveys: '评分与问卷' },
    nothing: '只有备注内容',
    vouch: '我确认两者是同一个人',
    vouchText: '两者中只有一个经过验证，另一个只是某位访客自己填写的；该浏览器仍然看不到订单。',
    merge: '合并',
    keep: '保留两者',
    merged: (name) => `已与 ${name} 合并。`,
    undo: '撤销',
    undone: (name) => `${name} 已恢复为单独的联系人。`,
    failed: '没有任何改动。',
    earlier: '此前的合并',
    was: (name, day) => `${name}，${day}`,
    part: (name) => `撤销与 ${name} 的合并`,
  },
};
