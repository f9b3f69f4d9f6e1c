import { describe, expect, it } from '@jest/globals';
import { COST, HOURS, NOW, RETURN_COST, say, texts } from '../../../testing/short-talk.ts';
import { BUILT_IN } from '../../faq.ts';
import { PLAIN_VOICE } from '../../voice.ts';
import { NOTHING_YET } from '../dialogue-context.ts';
import { botTexts } from '../texts/voiced-texts.ts';

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

  it.each(['thx bye', 'Thanks, have a nice day!', '好的谢谢，再见'])(
    'is no question for more to who thanks and leaves: "%s"',
    (words) => {
      expect(say(words, { [words]: { [BUILT_IN.thanks]: 0.9 } }).text).toBe(texts.goodbye);
    },
  );

  it.each(['how', 'Why?', 'morning if possible', 'afternoon suits me better'])(
    'is no greeting in words that only look like one: "%s"',
    (words) => {
      const known = { [words]: { [BUILT_IN.greeting]: 0.83, [HOURS.intent]: 0.1 } };
      expect(say(words, known).text).not.toBe(texts.greeting);
    },
  );

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
    ['🙂', texts.greeting],
    ['😊 😊!', texts.greeting],
    ['sorry about that', texts.apologised],
    ["Sorry, I didn't mean it!", texts.apologised],
    ['my bad', texts.apologised],
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
    expect(reply).toMatchObject({
      quickReplies: [{ label: 'Parler à une personne', intent: BUILT_IN.person }],
      unsureStreak: 1,
    });
    expect(say('Где?', {}, { languageOf: () => 'ru', locales: ['en'] }).text).toContain('только по-английски.');
  });

  it('is told in Japanese before anything that its Chinese characters were misread for', () => {
    const known = { 送料はいくらですか: { [HOURS.intent]: 0.99 } };
    const languageOf = () => 'ja';
    const reply = say('送料はいくらですか', known, { languageOf });
    expect(reply).toMatchObject({
      quickReplies: [{ label: '担当者と話す', intent: BUILT_IN.person }],
      unsureStreak: 1,
    });
    expect(reply.text).toContain('英語と中国語しか');
    expect(say('送料はいくらですか', known, { languageOf, unsureStreak: 1 }).handoff).toBe('unsure');
    // A sentence of ours with one kana in it is none.
    expect(say('送料はいくらですか', known, { languageOf: () => 'zh' }).text).toBe(HOURS.answer.en?.text);
  });

  it("is told in the site's, where the bot has no sentence for it", () => {
    expect(say('Saluton', {}, { languageOf: () => 'eo' })).toMatchObject({
      text: 'Sorry, I only understand English and Chinese. I can get a person for you.',
      quickReplies: [{ label: texts.talkToPerson }],
    });
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
