import { describe, expect, it } from '@jest/globals';
import { replyInput } from '../../testing/reply-input.ts';
import type { InputChange } from '../../testing/reply-input.ts';
import { LABEL, RETURNS, TEST_BOOK } from '../../testing/test-desk.ts';
import { ACTION, BUILT_IN } from '../faq.ts';
import { PLAIN_VOICE } from '../voice.ts';
import { decideReplies, decideReply } from './decide-reply.ts';
import { silentOwnerReply } from './person/person.ts';
import type { Guesses } from './turn.ts';
import { botTexts } from './texts/voiced-texts.ts';

const texts = botTexts(PLAIN_VOICE, 'en');

function reply({ guesses = [], ...change }: InputChange & { guesses?: Guesses }) {
  return decideReply(replyInput({ understand: () => guesses, ...change }));
}

const guess = (intent: string, confidence: number) => ({ intent, confidence });
const away = () => ({ here: false, by: 5_000, byText: 'today 16:00' }) as const;

describe('the bot', () => {
  it('that is sure answers, with links and a follow-up question', () => {
    expect(reply({ guesses: [guess(RETURNS.intent, 0.8)], unsureStreak: 1 })).toMatchObject({
      text: 'Within 30 days.',
      links: [{ label: 'Terms', url: 'https://shop.example/terms' }],
      quickReplies: [{ label: 'Where do I get a label?', intent: LABEL.intent }],
      reason: { kind: 'answered', guesses: [guess(RETURNS.intent, 0.8)] },
      unsureStreak: 0,
      handoff: null,
    });
  });

  it('answers in the language that was spoken, or in the one that there is', () => {
    expect(reply({ guesses: [guess(RETURNS.intent, 0.9)], locale: 'zh' }).text).toBe('30 天内可以退货。');
    expect(reply({ guesses: [guess(LABEL.intent, 0.9)], locale: 'zh' }).text).toBe('By mail.');
  });

  it('says with its reason where the owner leaves just these words to a person, and nothing of it elsewhere', () => {
    const outOfScope = ['are you hiring?'];
    const left = reply({ text: 'are you hiring?', outOfScope });
    expect([left.text, left.reason]).toEqual([texts.unsure, { kind: 'unsure', guesses: [], outOfScope: true }]);
    expect(reply({ text: 'xyzzy', outOfScope }).reason).toEqual({ kind: 'unsure', guesses: [] });
    expect(reply({ text: 'xyzzy are you hiring?', outOfScope }).reason).toEqual({ kind: 'unsure', guesses: [] });
  });

  it('that is between asks "did you mean", which is neither success nor failure', () => {
    const guesses = [guess(RETURNS.intent, 0.6), guess(BUILT_IN.person, 0.5), guess(LABEL.intent, 0.4)];
    expect(reply({ guesses, unsureStreak: 1 })).toMatchObject({
      text: texts.didYouMean,
      quickReplies: [
        { label: 'How long may I return things?', intent: RETURNS.intent },
        { label: 'Where do I get a label?', intent: LABEL.intent },
        { label: texts.noneOfThese, intent: ACTION.noneOfThese },
      ],
      unsureStreak: 1,
      handoff: null,
    });
  });

  it('that is unsure says so and offers a person', () => {
    expect(reply({ guesses: [guess(RETURNS.intent, 0.29)] })).toMatchObject({
      text: texts.unsure,
      quickReplies: [{ label: texts.talkToPerson, intent: BUILT_IN.person }],
      unsureStreak: 1,
      handoff: null,
    });
  });

  it('that is unsure twice in a row hands off', () => {
    expect(reply({ unsureStreak: 1 })).toMatchObject({
      text: texts.handoffUnsureHere('Mara'),
      handoff: 'unsure',
      promisedFor: null,
    });
    expect(reply({ unsureStreak: 1, pressed: ACTION.noneOfThese })).toMatchObject({ handoff: 'unsure' });
  });

  it('hands off when a person is asked for, in words or by button', () => {
    for (const asked of [{ guesses: [guess(BUILT_IN.person, 0.9)] }, { pressed: BUILT_IN.person }]) {
      expect(reply(asked)).toMatchObject({ text: texts.handoffHere('Mara'), handoff: 'asked', promisedFor: null });
    }
  });

  it('says honestly when a person will answer if nobody is there, and offers to go on', () => {
    expect(reply({ pressed: BUILT_IN.person, outlook: away })).toMatchObject({
      text: texts.handoffAway('Mara', 'today 16:00'),
      promisedFor: 5_000,
      quickReplies: [{ intent: ACTION.resumeBot }],
    });
  });

  it('asks where the person is only when one is called', () => {
    const outlook = () => {
      throw new Error('asked for nothing');
    };
    expect(reply({ guesses: [guess(RETURNS.intent, 0.9)], outlook }).handoff).toBeNull();
  });

  it('takes a pressed button for what it says, whatever the words', () => {
    expect(reply({ pressed: LABEL.intent, guesses: [guess(RETURNS.intent, 1)] }).text).toBe('By mail.');
  });

  it('falls back to the words when a button means nothing any more', () => {
    expect(reply({ pressed: 'gone.intent', guesses: [guess(RETURNS.intent, 0.9)] }).text).toBe('Within 30 days.');
    expect(reply({ pressed: 'gone.intent' }).text).toBe(texts.unsure);
  });

  it('never offers or answers what the book does not hold', () => {
    expect(reply({ guesses: [guess('gone.intent', 0.99)] }).text).toBe(texts.unsure);
    expect(reply({ guesses: [guess('gone.intent', 0.5)] }).text).toBe(texts.unsure);
    expect(reply({ guesses: [guess(RETURNS.intent, 0.99)], book: null }).text).toBe(texts.unsure);
  });

  it('can greet, thank, part, and say that it is a bot', () => {
    const small = [
      [BUILT_IN.greeting, texts.greeting],
      [BUILT_IN.thanks, texts.thanks],
      [BUILT_IN.goodbye, texts.goodbye],
      [BUILT_IN.bot, texts.iAmABot],
    ] as const;
    for (const [intent, text] of small) {
      expect(reply({ guesses: [guess(intent, 0.9)] })).toMatchObject({ text, reason: { kind: 'small_talk' } });
    }
  });

  it('apologises for a silent owner, with the promise and a way on', () => {
    expect(
      silentOwnerReply({ voice: PLAIN_VOICE, locale: 'en', ownerName: 'Mara' }, 9_000, 'today 16:00'),
    ).toMatchObject({
      text: texts.ownerSilent('Mara', 'today 16:00'),
      promisedFor: 9_000,
      quickReplies: [{ label: texts.goOnWithBot, intent: ACTION.resumeBot }],
      reason: { kind: 'promised' },
    });
  });
});

describe('the bot with manuals', () => {
  const link = { label: 'Ironing: Creases', url: 'https://desk.example/help/shop/en/ironing#creases' };
  const articles = { find: () => link, link: (slug: string) => (slug === 'ironing' ? link : null) };

  it('that is unsure points to the place that may help, without pretending to be sure, and offers a person', () => {
    for (const [locale, words] of [
      ['en', /not sure/],
      ['zh', /不太确定/],
    ] as const) {
      const { text, ...rest } = reply({ articles, locale, guesses: [guess(RETURNS.intent, 0.2)] });
      expect(text).toMatch(words);
      expect(text).toContain('Ironing: Creases');
      expect(rest).toMatchObject({
        links: [link],
        quickReplies: [{ intent: BUILT_IN.person }],
        reason: { kind: 'pointed', guesses: [guess(RETURNS.intent, 0.2)] },
        handoff: null,
      });
    }
  });

  it('counts that as not knowing, and goes on pointing rather than calling somebody', () => {
    expect(reply({ articles }).unsureStreak).toBe(1);
    expect(reply({ articles, unsureStreak: 1 })).toMatchObject({ unsureStreak: 1, handoff: null, links: [link] });
    expect(reply({ articles: { ...articles, find: () => null }, unsureStreak: 1 })).toMatchObject({
      handoff: 'unsure',
    });
  });

  it('gives the link beside what it asks back', () => {
    const asked = reply({ articles, guesses: [guess(RETURNS.intent, 0.6)] });
    expect(asked).toMatchObject({ text: texts.didYouMean, links: [link] });
    expect(asked.quickReplies).toHaveLength(2);
  });

  it('looks for nothing when it is sure, asked for a person, or told that none of these is meant', () => {
    const never = {
      ...articles,
      find: () => {
        throw new Error('looked for nothing');
      },
    };
    expect(reply({ articles: never, guesses: [guess(RETURNS.intent, 0.9)] }).text).toBe('Within 30 days.');
    expect(reply({ articles: never, pressed: BUILT_IN.person }).handoff).toBe('asked');
    expect(reply({ articles: never, pressed: ACTION.noneOfThese }).text).toBe(texts.unsure);
  });

  it('adds the manuals that an FAQ refers to, as far as they exist', () => {
    const faq = { ...LABEL, articles: ['ironing', 'gone'] };
    const book = { ...TEST_BOOK, faqs: new Map([[faq.intent, faq]]) };
    expect(reply({ articles, book, guesses: [guess(faq.intent, 0.9)] }).links).toEqual([link]);
  });
});

describe('several messages at once', () => {
  const inputs = [
    replyInput({ text: 'how long may I return it?', understand: () => [guess(RETURNS.intent, 0.9)] }),
    replyInput({ text: 'xyzzy', understand: () => [] }),
    replyInput({ text: '?!' }),
    replyInput({ text: 'a label please', understand: () => [guess(LABEL.intent, 0.9)], locale: 'zh' }),
  ];

  it('get what each of them would get alone, in their order', () => {
    const alone = inputs.map((input) => decideReply(input));
    expect(new Set(alone.map(({ text }) => text)).size).toBe(inputs.length);
    expect(decideReplies(inputs)).toEqual(alone.map((reply) => ({ reply })));
    expect(decideReplies([])).toEqual([]);
  });

  it('go through each step together, before the next one looks at any of them', () => {
    const course: string[] = [];
    const one = (name: string) =>
      replyInput({
        text: `where is the ${name}?`,
        unsureStreak: 1,
        understand: () => {
          course.push(`${name} understood`);
          return [];
        },
        // Only the last step calls for a person.
        outlook: () => {
          course.push(`${name}: is anybody here`);
          return { here: true };
        },
      });
    decideReplies([one('vase'), one('cloth')]);
    const firstSeen = [...new Set(course)];
    expect(firstSeen).toEqual([
      'vase understood',
      'cloth understood',
      'vase: is anybody here',
      'cloth: is anybody here',
    ]);
  });

  it('do not fail with one that fails', () => {
    const fault = new Error('no such model');
    const failing = replyInput({
      text: 'what now?',
      understand: () => {
        throw fault;
      },
    });
    const decided = decideReplies([inputs[0]!, failing, inputs[1]!]);
    expect(decided.map((one) => ('fault' in one ? one.fault : one.reply.text))).toEqual([
      'Within 30 days.',
      fault,
      texts.unsure,
    ]);
    expect(() => decideReply(failing)).toThrow(fault);
  });
});
