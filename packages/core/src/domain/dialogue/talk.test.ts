import { describe, expect, it } from '@jest/globals';
import { after, COST, COUNTRIES, HOURS, knowing, NOW, RETURN_COST, say, texts } from '../../testing/short-talk.ts';
import { LABEL, RETURNS } from '../../testing/test-desk.ts';
import { BUILT_IN } from '../faq.ts';
import { NOTHING_YET, stillKnown, withoutThread } from './dialogue-context.ts';

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

  it('is what it is nearest to, if that is surely meant without what points back, and is near what was answered', () => {
    const known = {
      'can I send it there?': { [COUNTRIES.intent]: 0.5 },
      'sending ?': { [COUNTRIES.intent]: 0.9 },
      'can I need it there?': { [COUNTRIES.intent]: 0.5 },
      'needing ?': { [COUNTRIES.intent]: 0.9 },
    };
    const asked = (text: string, context = after(COST.intent), more = {}) =>
      say(text, { ...known, ...more }, { context }).text;
    expect(asked('can I send it there?')).toBe('Everywhere.');
    expect(
      asked('and can I send it there?', undefined, { 'and can I send it there?': { [COUNTRIES.intent]: 0.5 } }),
    ).toBe('Everywhere.');
    expect(asked('can I need it there?')).not.toBe('Everywhere.');
    expect(asked('can I send it there?', after(HOURS.intent))).not.toBe('Everywhere.');
    expect(asked('can I send it there?', undefined, { 'sending ?': { [HOURS.intent]: 0.9 } })).not.toBe('Everywhere.');
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

  it('in another language is read with the question before as the site puts it in that one', () => {
    const zh = { ...context, words: '运费是多少' };
    const known = {
      'and to Canada?': { [COUNTRIES.intent]: 0.95 },
      'About delivery.cost? to Canada?': { [COST.intent]: 0.96 },
    };
    expect(say('and to Canada?', known, { context: zh })).toMatchObject({ text: COST.answer.en?.text });
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
    expect(say('blorp', {}, { context }).context?.intents).toEqual([COST.intent]);
  });

  it('of insults is a count that a person taking over does not end', () => {
    const context = { ...after(COST.intent), insults: 2 };
    expect(withoutThread(context)).toEqual({ ...NOTHING_YET, insults: 2, at: NOW });
    expect(withoutThread(after(COST.intent))).toBeNull();
    expect(stillKnown(context, NOW + 31 * 60_000)).toMatchObject({ intents: [], insults: 2 });
  });
});

describe('questions with numbers before them', () => {
  it.each([
    '1. How much is delivery? 2. Do you ship to Mars? 3. When do you open? 4. Are returns free?',
    'Hi, 1) How much is delivery\n2) Do you ship to Mars\n3) When do you open\n4) Are returns free',
  ])('are answered each', (text) => {
    const known = Object.fromEntries(
      [
        ['How much is delivery', COST],
        ['Do you ship to Mars', COUNTRIES],
        ['When do you open', HOURS],
        ['Are returns free', RETURN_COST],
      ].flatMap(([words, faq]) => {
        const guess = { [(faq as typeof COST).intent]: 0.9 };
        return [
          [words as string, guess],
          [`${words as string}?`, guess],
        ];
      }),
    );
    expect(say(text, known).text).toBe(
      ['Five euros, ten to Canada.', 'Everywhere.', 'Nine to five.', 'Free.'].join('\n\n'),
    );
  });

  it('are none in a date or a time', () => {
    expect(say('on 1.12. at 2.30', {}).text).toBe(texts.unsure);
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
