import type { Locale } from '../state/wire-types.ts';

interface OrderTexts {
  order(number: string): string;
  whose: string;
  /** It came without anybody to reach. */
  nobody: string;
  nobodyText: string;
  imports: string;
}

export const orderTexts: Record<Locale, OrderTexts> = {
  en: {
    order: (number) => `Order ${number}`,
    whose: 'Whose order it is',
    nobody: 'Nobody is known for it',
    nobodyText:
      'It came without an e-mail address, a telephone number or an id. Import it again with one of them, and it stands with its customer.',
    imports: 'Imports and exports',
  },
  zh: {
    order: (number) => `订单 ${number}`,
    whose: '下单客户',
    nobody: '不知道是谁下的单',
    nobodyText: '这个订单没有附带邮箱、电话或客户编号。补上其中一项重新导入，它就会出现在该客户名下。',
    imports: '导入和导出',
  },
};
