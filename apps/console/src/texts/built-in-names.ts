import type { Locale } from '../state/wire-types.ts';

type Name =
  | 'person'
  | 'greeting'
  | 'thanks'
  | 'goodbye'
  | 'bot'
  | 'abilities'
  | 'maker'
  | 'compliment'
  | 'insult'
  | 'contact'
  | 'resume-bot'
  | 'none-of-these'
  | 'offers';

const NAMES: Readonly<Record<Locale, Readonly<Record<Name, string>>>> = {
  en: {
    person: 'Talk to a person',
    greeting: 'Greeting (small talk)',
    thanks: 'Thanks (small talk)',
    goodbye: 'Goodbye (small talk)',
    bot: 'Whether it is a bot (small talk)',
    abilities: 'What it can do (small talk)',
    maker: 'Who made it (small talk)',
    compliment: 'A compliment (small talk)',
    insult: 'An insult (small talk)',
    contact: 'Leave a message',
    'resume-bot': 'Go on with the bot',
    'none-of-these': 'None of these',
    offers: 'Special offers',
  },
  zh: {
    person: '转人工',
    greeting: '打招呼（寒暄）',
    thanks: '道谢（寒暄）',
    goodbye: '道别（寒暄）',
    bot: '是不是机器人（寒暄）',
    abilities: '能做什么（寒暄）',
    maker: '是谁做的（寒暄）',
    compliment: '夸奖（寒暄）',
    insult: '辱骂（寒暄）',
    contact: '留言',
    'resume-bot': '继续和机器人聊',
    'none-of-these': '都不是',
    offers: '优惠活动',
  },
};

const PREFIX = 'solodesk.';

/** What every bot knows, and no file says, in words: "Greeting (small talk)". Null for what is not built in. */
export function builtInName(intent: string, locale: Locale): string | null {
  if (!intent.startsWith(PREFIX)) return null;
  const name = intent.slice(PREFIX.length);
  return Object.hasOwn(NAMES[locale], name) ? NAMES[locale][name as Name] : null;
}
