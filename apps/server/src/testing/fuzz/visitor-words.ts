import type { Ask, QuickReply, SiteKnowledge } from '@solodesk/core';
import { ABSURD, ADDRESSES, COMMANDS, NAMED, TOLD, WISHES } from './phrases.ts';

export interface Said {
  text: string;
  /** Of a pressed button. */
  intent?: string;
}

export type Random = () => number;

export const pick = <T>(random: Random, all: readonly T[]): T => all[Math.floor(random() * all.length)] as T;

/** What stands before the visitor. */
export interface Sight {
  readonly buttons: readonly QuickReply[];
  /** What the bot asks for. */
  readonly ask: Ask | undefined;
  /** How often they do as they are asked, from 0 to 1. */
  readonly willing: number;
  /** Nothing was said yet. */
  readonly isFirst: boolean;
}

/** Buttons that end what is going on. */
const AWAY = /^solodesk\.(?:form\.(?:cancel|restart)|person)/;
const LETTERS = 'abcdefghijklmnopqrstuvwxyz 0123456789.,!?@-退货订单我想要的是不了。，';
const JOINTS = [' ', ', ', '. ', ' and also ', ' but ', '，', '；另外 ', '\n', ' '];
const LONGEST = 4000;
const STRAY = ['solodesk.form.send', 'solodesk.form.choose.x.y', 'solodesk.form.begin.return', 'no.such.intent'];

/**
 * What somebody may say next, sensible or absurd: what they are asked for, buttons that stand there (or stood there before), the
 * site's own phrasings, words of its forms' choices, commands, things with a shape of their own, garbage, and all of these strung
 * together.
 */
export function nextWords(random: Random, knowledge: SiteKnowledge, { buttons, ask, willing, isFirst }: Sight): Said {
  if (random() < willing) {
    if (isFirst) return { text: purpose(random, knowledge) };
    const onwards = buttons.filter(({ intent }) => intent === undefined || !AWAY.test(intent));
    if (onwards.length > 0 && random() < 0.7) return pressed(pick(random, onwards));
    if (ask !== undefined) return { text: answerTo(random, ask) };
  }
  const chance = random();
  if (buttons.length > 0 && chance < 0.25) return pressed(pick(random, buttons));
  if (chance < 0.29) return { text: 'a button', intent: pick(random, STRAY) };
  if (chance < 0.42) {
    const count = 2 + Math.floor(random() * (random() < 0.1 ? 40 : 4));
    const parts = Array.from({ length: count }, () => phrase(random, knowledge));
    return { text: parts.reduce((said, part) => said + pick(random, JOINTS) + part).slice(0, LONGEST) };
  }
  return { text: phrase(random, knowledge) };
}

/** Something that the site does for people who say what they want: one of its forms or bookings. */
function purpose(random: Random, knowledge: SiteKnowledge): string {
  const intents = knowledge.forms.flatMap(({ startedBy }) => startedBy);
  const faq = intents.length === 0 ? undefined : knowledge.book.faqs.get(pick(random, intents));
  return faq === undefined ? phrase(random, knowledge) : pick(random, Object.values(faq.phrasings).flat());
}

function pressed({ label, intent }: QuickReply): Said {
  return { text: label, ...(intent !== undefined && { intent }) };
}

/** As somebody answers who wants to be done. */
function answerTo(random: Random, { type, min }: Ask): string {
  switch (type) {
    case 'email':
      return pick(random, ADDRESSES);
    case 'phone':
      return pick(random, ['+44 20 7946 0958', '+86 138 1234 5678']);
    case 'order':
      return pick(random, ['TL-1042, lena@mail.example', 'TL-1043 li.wei@mail.example', 'TL-10421', '4711-22']);
    case 'date':
      return pick(random, ['tomorrow', '下周三', 'next Friday', min ?? '12 January']);
    case 'amount':
      return pick(random, ['€25.90', '25 元']);
    case 'product':
      return pick(random, ['linen shirt', '亚麻衬衫']);
    case 'confirm':
      return pick(random, ['yes', '发送']);
    default:
      return pick(random, TOLD);
  }
}

function phrase(random: Random, { book, forms }: SiteKnowledge): string {
  const chance = random();
  if (chance < 0.2) return pick(random, WISHES);
  if (chance < 0.42) return pick(random, COMMANDS);
  if (chance < 0.58) return pick(random, NAMED);
  if (chance < 0.7) return pick(random, ABSURD);
  if (chance < 0.8) {
    const { slots } = forms.length === 0 ? { slots: [] } : pick(random, forms);
    const choices = slots.flatMap((slot) => slot.choices);
    if (choices.length === 0) return 'x';
    const { label, words } = pick(random, choices);
    return pick(random, [...Object.values(label), ...Object.values(words).flat()]);
  }
  if (chance < 0.86) {
    const length = 1 + Math.floor(random() * 60);
    return Array.from({ length }, () => pick(random, [...LETTERS])).join('');
  }
  const faq = pick(random, [...book.faqs.values()]);
  return pick(random, [...Object.values(faq.phrasings).flat(), ...Object.values(faq.question)]);
}
