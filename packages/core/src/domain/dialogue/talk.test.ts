import { describe, expect, it } from '@jest/globals';
import { replyInput } from '../../testing/reply-input.ts';
import { LABEL, RETURNS, TEST_BOOK } from '../../testing/test-desk.ts';
import { BUILT_IN } from '../faq.ts';
import type { Faq, FaqBook } from '../faq.ts';
import { PLAIN_VOICE } from '../voice.ts';
import { decideReply } from './decide-reply.ts';
import { NOTHING_YET, stillKnown, withoutThread } from './dialogue-context.ts';
import type { DialogueContext } from './dialogue-context.ts';
import type { Guesses, ReplyInput } from './turn.ts';
import { botTexts } from './voiced-texts.ts';

const NOW = 1_000_000;
const texts = botTexts(PLAIN_VOICE, 'en');

const faq = (intent: string, text: string): Faq => ({
  intent,
  category: intent.split('.')[0] ?? '',
  question: { en: `About ${intent}?` },
  phrasings: { en: [] },
  answer: { en: { text, quickReplies: [], links: [] } },
});
const COST = faq('delivery.cost', 'Five euros, ten to Canada.');
const COUNTRIES = faq('delivery.countries', 'Everywhere.');
const RETURN_COST = faq('returns.cost', 'Free.');
const HOURS = faq('shop.hours', 'Nine to five.');
const BOOK: FaqBook = {
  ...TEST_BOOK,
  faqs: new Map([COST, COUNTRIES, RETURN_COST, HOURS, RETURNS, LABEL].map((each) => [each.intent, each])),
};

/** A model that knows sentences by heart. */
const knowing = (known: Record<string, Record<string, number>>) => {
  const asked: string[] = [];
  const understand = (text: string): Guesses => {
    asked.push(text);
    return Object.entries(known[text] ?? {})
      .map(([intent, confidence]) => ({ intent, confidence }))
      .sort((first, second) => second.confidence - first.confidence);
  };
  return { understand, asked };
};
const say = (text: string, known: Record<string, Record<string, number>>, change: Partial<ReplyInput> = {}) =>
  decideReply(replyInput({ text, book: BOOK, understand: knowing(known).understand, ...change }));
const after = (...intents: string[]): DialogueContext => ({
  ...NOTHING_YET,
  intents,
  words: 'How much is delivery?',
  at: NOW,
});

describe('a follow-up question', () => {
  const context = after(COST.intent);

  it('gets the same answer again if that speaks of what is asked now', () => {
    const known = { 'How much to Canada?': { [COST.intent]: 0.9 } };
    expect(say('and to Canada?', known, { context })).toMatchObject({ text: COST.answer.en?.text });
    const elsewhere = { 'How much to Mars?': { [COST.intent]: 0.9 } };
    expect(say('and to Mars?', elsewhere, { context }).text).toBe(texts.unsure);
  });

  it('is another question of the same subject if both readings together say so', () => {
    const known = { 'how much is it?': { [COST.intent]: 0.5 }, 'how much is it? ship': { [COST.intent]: 0.6 } };
    const ship = { ...after(COUNTRIES.intent), words: 'Do you ship?' };
    expect(say('how much is it?', known, { context: ship })).toMatchObject({ text: COST.answer.en?.text });
  });

  it('is the same question of another subject', () => {
    const known = {
      'what about returns?': { [RETURNS.intent]: 0.5 },
      'How much returns?': { [RETURN_COST.intent]: 0.5, [RETURNS.intent]: 0.3 },
    };
    expect(say('what about returns?', known, { context })).toMatchObject({ text: 'Free.' });
  });

  it('asks back, with what it may be, when that is not clear', () => {
    const known = { 'How much gifts?': { [HOURS.intent]: 0.5 } };
    const reply = say('and gifts?', known, { context });
    expect(reply).toMatchObject({ text: texts.didYouMean, reason: { kind: 'suggested' } });
    expect(reply.quickReplies[0]).toMatchObject({ intent: HOURS.intent });
  });

  it('is none when it is clear by itself', () => {
    const known = { 'when do you open?': { [HOURS.intent]: 0.95 }, 'How much when do you open?': { [COST.intent]: 1 } };
    expect(say('when do you open?', known, { context })).toMatchObject({ text: 'Nine to five.' });
  });

  it('is answered together only where that says more than the message by itself', () => {
    const known = (alone: number) => ({
      'and to Canada?': { [COUNTRIES.intent]: alone },
      'How much to Canada?': { [COST.intent]: 0.85 },
    });
    expect(say('and to Canada?', known(0.82), { context }).text).toBe(COST.answer.en?.text);
    expect(say('and to Canada?', known(0.88), { context }).text).toBe('Everywhere.');
  });

  it('with another place in it is the question before, whatever its few words say by themselves', () => {
    const before = { ...context, words: 'How much is delivery to Germany?' };
    const known = {
      'and to Canada?': { [COUNTRIES.intent]: 0.95 },
      'How much is delivery to Canada?': { [COST.intent]: 0.85 },
      'and Canada?': { [COUNTRIES.intent]: 0.95 },
      'and to Mars?': { [COUNTRIES.intent]: 0.95 },
      'How much is delivery to Mars?': { [COST.intent]: 0.85 },
    };
    expect(say('and to Canada?', known, { context: before })).toMatchObject({
      text: COST.answer.en?.text,
      context: { words: 'How much is delivery to Canada?' },
    });
    expect(say('and Canada?', known, { context: before }).text).toBe(COST.answer.en?.text);
    // An answer that says nothing of the place is no answer.
    expect(say('and to Mars?', known, { context: before }).text).toBe('Everywhere.');
  });

  it('never stands in the way of a person, a greeting or thanks', () => {
    for (const intent of [BUILT_IN.person, BUILT_IN.thanks, BUILT_IN.greeting]) {
      const known = { 'and you?': { [intent]: 0.8 }, 'How much you?': { [COST.intent]: 0.99 } };
      expect(say('and you?', known, { context }).reason.guesses[0]?.intent).toBe(intent);
    }
  });

  it('is none when it is long, or when what went before is half an hour old', () => {
    const known = { 'How much to Canada?': { [COST.intent]: 0.9 } };
    expect(say('and to Canada?', known, { context, now: NOW + 31 * 60_000 }).text).toBe(texts.unsure);
    const long = `and ${'to Canada '.repeat(9)}?`;
    const model = knowing({});
    say(long, {}, { context, understand: model.understand });
    expect(model.asked).toEqual([long]);
  });

  it('costs no second understanding when the message is sure and nothing went before', () => {
    const model = knowing({ 'when do you open?': { [HOURS.intent]: 0.95 } });
    say('when do you open?', {}, { understand: model.understand });
    expect(model.asked).toEqual(['when do you open?']);
  });
});

describe('what is remembered', () => {
  it('are the answered intents, the words that led to them, and what was named', () => {
    const known = { 'open on 1042?': { [HOURS.intent]: 0.95 } };
    const named = [{ kind: 'order', value: 'TL-1042' }];
    expect(say('open on 1042?', known, { namedIn: () => named }).context).toEqual({
      intents: [HOURS.intent],
      words: 'open on 1042?',
      named,
      offered: [],
      insults: 0,
      at: NOW,
    });
  });

  it('is cut without leaving half a character', () => {
    const text = `${'x'.repeat(119)}😀`;
    expect(say(text, { [text]: { [HOURS.intent]: 0.95 } }).context?.words).toBe('x'.repeat(119));
  });

  it('outlives small talk and not knowing, but not half an hour', () => {
    const context = after(COST.intent);
    expect(say('thanks', { thanks: { [BUILT_IN.thanks]: 0.9 } }, { context }).context).toBeUndefined();
    const goodbye = { bye: { [BUILT_IN.goodbye]: 0.9 } };
    expect(say('bye', goodbye, { context, now: NOW + 31 * 60_000 }).context).toBeNull();
    expect(say('hm', {}, { context }).context?.intents).toEqual([COST.intent]);
  });

  it('of insults is a count that a person taking over does not end', () => {
    const context = { ...after(COST.intent), insults: 2 };
    expect(withoutThread(context)).toEqual({ ...NOTHING_YET, insults: 2, at: NOW });
    expect(withoutThread(after(COST.intent))).toBeNull();
    expect(stillKnown(context, NOW + 31 * 60_000)).toMatchObject({ intents: [], insults: 2 });
  });
});

describe('several questions at once', () => {
  const known = {
    'How much is delivery': { [COST.intent]: 0.9 },
    'How much is delivery and when do you open?': { [COST.intent]: 0.9 },
    'when do you open?': { [HOURS.intent]: 0.9 },
    'are you a robot?': { [BUILT_IN.bot]: 0.9 },
    'can I talk to somebody': { [BUILT_IN.person]: 0.9 },
  };

  it('get their answers, in order', () => {
    const reply = say('How much is delivery and when do you open?', known);
    expect(reply).toMatchObject({
      text: 'Five euros, ten to Canada.\n\nNine to five.',
      reason: { kind: 'answered', guesses: [{ intent: COST.intent }, { intent: HOURS.intent }] },
      context: { intents: [COST.intent, HOURS.intent] },
    });
  });

  it('are told apart at a Chinese comma when there is a question on both sides of it', () => {
    const zh = {
      运费多少: { [COST.intent]: 0.9 },
      什么时候开门: { [HOURS.intent]: 0.9 },
      '运费多少，什么时候开门': { [COST.intent]: 0.9 },
      '周末来，什么时候开门': { [HOURS.intent]: 0.9 },
      周末来: { [COST.intent]: 0.9 },
    };
    expect(say('运费多少，什么时候开门', zh).context?.intents).toEqual([COST.intent, HOURS.intent]);
    expect(say('周末来，什么时候开门', zh).context?.intents).toEqual([HOURS.intent]);
  });

  it('are decided as one when the bot is sure of one only', () => {
    expect(say('How much is delivery? are you a robot?', known).text).toBe(texts.unsure);
    expect(say('How much is delivery? and what is that thing?', known).text).toBe(texts.unsure);
  });

  it('leave the whole to a person when one of them asks for one', () => {
    const text = 'How much is delivery? can I talk to somebody? when do you open?';
    expect(say(text, { ...known, [text]: { [BUILT_IN.person]: 0.9 } }).handoff).toBe('asked');
  });

  it('never get a button for what has just been answered, nor the same one twice', () => {
    const twice = { 'can you send it back': { [RETURNS.intent]: 0.9 }, 'where is the label?': { [LABEL.intent]: 0.9 } };
    const reply = say('can you send it back? where is the label?', twice);
    expect(reply.text).toBe('Within 30 days.\n\nBy mail.');
    expect(reply.quickReplies).toEqual([]);
  });

  it('are heard behind words that say nothing, where the whole was not understood', () => {
    expect(say('ok sorry. when do you open?', known).text).toBe('Nine to five.');
    expect(say('Oh, thanks, when do you open?', known).text).toBe('Nine to five.');
    expect(say('ok sorry. what is that thing?', known).text).toBe(texts.unsure);
  });

  it('are heard behind a greeting and a curse, which is counted', () => {
    const talk = { 'hello there': { [BUILT_IN.greeting]: 0.9 } };
    const hello = say('hello, when do you open?', {
      ...known,
      ...talk,
      'hello, when do you open?': { [BUILT_IN.greeting]: 0.9 },
    });
    expect(hello.text).toBe('Nine to five.');
    const curse = 'damn it, when do you open?';
    expect(say(curse, { ...known, [curse]: { [BUILT_IN.insult]: 0.9 } })).toMatchObject({
      text: 'Nine to five.',
      context: { insults: 1, intents: [HOURS.intent] },
    });
  });
});

describe('small talk', () => {
  const meaning = (intent: string) => ({ 'some words': { [intent]: 0.9 } });

  it('of insults is answered calmly, offers a person, is counted, and is no failure', () => {
    const reply = say('some words', meaning(BUILT_IN.insult), {
      unsureStreak: 1,
      context: { ...NOTHING_YET, insults: 1, at: NOW },
    });
    expect(reply).toMatchObject({
      text: texts.insulted,
      quickReplies: [{ intent: BUILT_IN.person }],
      handoff: null,
      unsureStreak: 1,
      context: { insults: 2 },
    });
  });

  it('about what it can do shows a question of each subject', () => {
    const { quickReplies } = say('some words', meaning(BUILT_IN.abilities));
    expect(quickReplies.map(({ intent }) => intent)).toEqual([COST.intent, RETURN_COST.intent, HOURS.intent]);
  });

  it('about its maker is honest', () => {
    expect(say('some words', meaning(BUILT_IN.maker)).text).toBe(texts.maker('Teal & Linen'));
  });

  it.each([
    ['???', texts.askBack],
    ['❓', texts.askBack],
    ['...', texts.askBack],
    ['', texts.askBack],
    ['👍', texts.thanks],
    ['❤️', texts.thanks],
    ['👋', texts.greeting],
    ['😡', texts.annoyed],
  ])('without a word, %j, leaves the streak as it is', (text, said) => {
    expect(say(text, {}, { unsureStreak: 1 })).toMatchObject({ text: said, unsureStreak: 1, handoff: null });
  });

  it('offers a person to an angry face', () => {
    expect(say('😡', {}).quickReplies).toEqual([{ label: texts.talkToPerson, intent: BUILT_IN.person }]);
  });
});

describe('what is asked of a bot for fun', () => {
  it.each(['tell me a joke', 'Do you dream?', 'sing me a song', '讲个笑话吧', '今天天气怎么样', '陪我聊天'])(
    '%j is declined, and never brings a person',
    (text) => {
      const locale = /[a-z]/.test(text) ? 'en' : 'zh';
      expect(say(text, {}, { unsureStreak: 1, locale })).toMatchObject({
        text: botTexts(PLAIN_VOICE, locale).offTopic('Teal & Linen'),
        reason: { kind: 'small_talk' },
        unsureStreak: 1,
        handoff: null,
      });
    },
  );

  it('is answered where the site has an answer, and offered where it may have one', () => {
    const joke = (confidence: number) => say('tell me a joke', { 'tell me a joke': { [HOURS.intent]: confidence } });
    expect(joke(0.9).text).toBe('Nine to five.');
    expect(joke(0.5).reason.kind).toBe('suggested');
  });
});

describe('the offer of a person, answered in words', () => {
  const offer = (text: string) => {
    const { context = null, unsureStreak } = say('qwert', {});
    return say(text, {}, { context, unsureStreak });
  };

  it.each(['yes', 'Yes, please', 'ok', 'go ahead', '好的', '可以，谢谢', '麻烦您了'])('%j calls one', (text) => {
    expect(offer(text)).toMatchObject({ handoff: 'asked', reason: { kind: 'handed_off' } });
  });

  it.each(['no', 'No thanks!', 'not now', '不用', '不用了，谢谢', '算了'])('%j is heard', (text) => {
    const reply = offer(text);
    expect(reply).toMatchObject({ text: texts.declined, handoff: null, unsureStreak: 0 });
    // What is not known after that is a first time again.
    expect(say('asdf', {}, { context: reply.context ?? null, unsureStreak: reply.unsureStreak }).handoff).toBeNull();
  });

  it('stands under a manual, an angry face and another language as well', () => {
    const articles = { find: () => ({ label: 'Ironing', url: 'https://desk.example/a' }), link: () => null };
    for (const reply of [
      say('qwert', {}, { articles }),
      say('😡', {}),
      say('encore', {}, { languageOf: () => 'fr' }),
    ]) {
      expect(reply.context?.offered).toEqual([BUILT_IN.person]);
    }
  });
});

describe('another language', () => {
  it('is told, in itself, which languages there are', () => {
    const reply = say('Où est ma commande ?', {}, { languageOf: () => 'fr' });
    expect(reply.text).toContain("l'anglais et le chinois");
    expect(reply).toMatchObject({ quickReplies: [{ intent: BUILT_IN.person }], unsureStreak: 1 });
    expect(say('Где?', {}, { languageOf: () => 'ru', locales: ['en'] }).text).toContain('только по-английски.');
  });

  it('is told in Japanese before anything that its Chinese characters were misread for', () => {
    const known = { 送料はいくらですか: { [HOURS.intent]: 0.99 } };
    const languageOf = () => 'ja';
    const reply = say('送料はいくらですか', known, { languageOf });
    expect(reply).toMatchObject({ quickReplies: [{ intent: BUILT_IN.person }], unsureStreak: 1 });
    expect(reply.text).toContain('英語と中国語しか');
    expect(say('送料はいくらですか', known, { languageOf, unsureStreak: 1 }).handoff).toBe('unsure');
    // A sentence of ours with one kana in it is none.
    expect(say('送料はいくらですか', known, { languageOf: () => 'zh' }).text).toBe(HOURS.answer.en?.text);
  });

  it("is told in the site's, where the bot has no sentence for it", () => {
    expect(say('สวัสดี', {}, { languageOf: () => 'th' }).text).toBe(
      'Sorry, I only understand English and Chinese. I can get a person for you.',
    );
  });

  it('is not guessed at when something was understood, and calls a person the second time', () => {
    const fail = () => {
      throw new Error('asked for nothing');
    };
    expect(say('some words', { 'some words': { [HOURS.intent]: 0.5 } }, { languageOf: fail }).reason.kind).toBe(
      'suggested',
    );
    expect(say('encore', {}, { languageOf: () => 'fr', unsureStreak: 1 }).handoff).toBe('unsure');
  });
});

describe('"did you mean", answered in words', () => {
  const context = { ...NOTHING_YET, offered: [HOURS.intent], at: NOW };
  const two = { ...context, offered: [COST.intent, HOURS.intent] };

  it.each(['yes', 'Yes!', '是的', '第一个'])('%s takes the one that was offered', (text) => {
    expect(say(text, {}, { context }).text).toBe('Nine to five.');
  });

  it('takes one of several by its place, and none for a mere yes', () => {
    expect(say('the second one', {}, { context: two }).text).toBe('Nine to five.');
    expect(say('yes', {}, { context: two }).text).toBe(texts.unsure);
  });

  it('takes no for not knowing', () => {
    expect(say('no', {}, { context }).text).toBe(texts.unsure);
  });

  it('counts for the next message only', () => {
    const known = { thanks: { [BUILT_IN.thanks]: 0.9 } };
    expect(say('thanks', known, { context }).context?.offered).toEqual([]);
  });
});

describe('a question that a model of few words takes for an insult', () => {
  const rude = (text: string) => say(text, { [text]: { [BUILT_IN.insult]: 0.9 } });

  it('is one that the bot does not know, without a rude word in it', () => {
    expect(rude('do you engrave wooden boards').reason.kind).toBe('unsure');
    expect(rude('can I bring my dog?').reason.kind).toBe('unsure');
  });

  it('is an insult with one, or where nothing is asked', () => {
    for (const words of ['are you dumb', 'what the fuck', 'why are you so useless?', 'you clown', '你是不是傻']) {
      expect(rude(words).text).toContain(texts.insulted);
    }
  });
});
