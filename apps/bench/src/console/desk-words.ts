import { between, pick, seededRandom } from '../desk/seeded-random.ts';
import type { Random } from '../desk/seeded-random.ts';

const FIRST =
  'Anna Ben Carla Daniel Eva Felix Greta Hannes Ida Jonas Katrin Lukas Marie Nils Olga Paul Rosa Simon Tanja Viktor';
const LAST =
  'Albrecht Brandt Castellani Dumont Ericsson Fontaine Grabowski Hofmann Ivanova Jansen Kowalczyk Lindqvist Moreau Novak Oliveira Petrov Quinn Rossi Schneider Tanaka Ullmann Visser Wagner Yilmaz Zimmermann';
const SURNAMES = '王李张刘陈杨黄赵吴周';
const GIVEN = '伟芳娜敏静丽强磊洋艳勇杰娟涛明超霞平刚桂';

const [FIRST_NAMES, LAST_NAMES] = [FIRST.split(' '), LAST.split(' ')];
/** Whose names are Chinese: one in so many. */
const CHINESE = 5;

/** What a conversation is about. Their words are never together in one message, so that each is common and a pair of them is in none. */
export const TOPICS = {
  delivery: ['How long does delivery take to', 'The delivery is late, I live in', 'Which delivery costs are there for'],
  refund: ['I wait for the refund of', 'Where does my refund for', 'The refund is wrong, it was'],
  sizes: ['Does the size chart fit for', 'I need another size instead of', 'Which size is right for'],
} as const;
const CHINESE_TOPICS = {
  退货: ['我想退货，订单是', '退货需要多久，编号', '退货地址在哪里，我的订单'],
  尺码: ['尺码偏大吗，商品', '请问尺码怎么选，款式', '尺码不合适，想换成'],
} as const;
const ANSWERS = [
  'Thank you for asking. With DHL it takes two to three working days, and you get a link to follow it.',
  'I looked it up for you: it is on its way, and a mail with all details was sent this morning.',
  '您好，已经为您查询，预计三个工作日内送达。',
  'You can send it back within thirty days; the label is in your account under returns.',
];
const PLACES = 'Vienna Lyon Porto Gdańsk Bergen Ghent Turin Split Basel Cork Malmö Utrecht'.split(' ');

export interface Person {
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly locale: 'en' | 'zh';
}

/** The person of a number, the same every time: names repeat, addresses and telephones do not. */
export function personOf(number: number): Person {
  const random = seededRandom(number);
  const phone = `+4930${String(10_000_000 + number)}`;
  const isChinese = number % CHINESE === 0;
  const name = isChinese
    ? pick(random, [...SURNAMES]) + pick(random, [...GIVEN]) + pick(random, [...GIVEN])
    : `${pick(random, FIRST_NAMES)} ${pick(random, LAST_NAMES)}`;
  const mailbox = isChinese ? 'kunde' : name.toLowerCase().replace(' ', '.');
  return { name, email: `${mailbox}.${number}@mail.example`, phone, locale: isChinese ? 'zh' : 'en' };
}

export const orderNumber = (number: number): string => `TL-${String(100_000 + number)}`;

/** A visitor's sentence, with a word or a number that few others have. */
export function question(random: Random, locale: 'en' | 'zh'): string {
  const number = between(random, 0, 99_999);
  if (locale === 'zh') return `${pick(random, pick(random, Object.values(CHINESE_TOPICS)))} ${orderNumber(number)}？`;
  const begin = pick(random, pick(random, Object.values(TOPICS)));
  return `${begin} ${pick(random, PLACES)}, ${random() < 0.3 ? `order ${orderNumber(number)}` : rareWord(number)}?`;
}

export const answer = (random: Random): string => pick(random, ANSWERS);

const SYLLABLES = 'ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo zu'.split(' ');

/** One of 8,000 words, each as rare as the next. */
export function rareWord(number: number): string {
  const at = (place: number) => SYLLABLES[Math.floor(number / SYLLABLES.length ** place) % SYLLABLES.length] ?? '';
  return at(0) + at(1) + at(2);
}
