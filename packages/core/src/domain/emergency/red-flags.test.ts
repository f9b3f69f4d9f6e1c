import { describe, expect, it } from '@jest/globals';
import { flagPhrase } from './flag-phrase.ts';
import { raisedFlag } from './red-flags.ts';
import type { EmergencyPlan } from './red-flags.ts';

const flag = (name: string, ...phrases: string[]) => ({ name, phrases: phrases.map(flagPhrase), firstAid: {} });
const plan: EmergencyPlan = {
  number: '112',
  flags: [
    flag('chest-pain', 'chest pain', 'chest hurts', '胸 痛', '心臟病'),
    flag('breathing', 'cannot breath*', "can't breath*", 'unconscious', '喘不 气'),
    flag('bleeding', 'bleed* heavily', '大出血'),
  ],
};
const flagOf = (text: string) => raisedFlag(text, plan)?.name ?? null;

describe('a red flag', () => {
  it.each([
    ['My father has chest pain', 'chest-pain'],
    ['there is a terrible PAIN in my chest', 'chest-pain'],
    ['he CAN’T breathe', 'breathing'],
    ['she can not... she cannot breathe', 'breathing'],
    ['my wife is unconcious', 'breathing'],
    ['chest pian', 'chest-pain'],
    ['chets pain!!', 'chest-pain'],
    ['bad chestpain', 'chest-pain'],
    ['CHESTPIAN', 'chest-pain'],
    ['he is bleeding really heavily', 'bleeding'],
    ['胸口突然很痛', 'chest-pain'],
    ['我喘不上气', 'breathing'],
    ['38度help胸口痛', 'chest-pain'],
    ['他大出血了怎么办', 'bleeding'],
    ['ｃｈｅｓｔ　ｐａｉｎ', 'chest-pain'],
    ['我喘不上氣', 'breathing'],
    ['他心脏病犯了', 'chest-pain'],
  ])('is raised by %j', (text, name) => {
    expect(flagOf(text)).toBe(name);
  });

  it.each([
    'I have pain in my knee',
    'can I breathe easy about my appointment',
    'when do you open',
    '胸部检查要预约吗，另外我膝盖有点痛',
    '',
    '🙂',
  ])('is not raised by %j', (text) => {
    expect(flagOf(text)).toBeNull();
  });

  it('is raised also by what is denied or asked: better a number too many', () => {
    expect(flagOf('I have no chest pain')).toBe('chest-pain');
  });

  describe('with words of which one is enough', () => {
    const flags = [flag('breathing', 'cannot|cant|hardly breath*|呼吸', 'chest pain*|hurt*', '胸|心口 痛|疼')];
    it.each(['I can hardly breathe', 'cant 呼吸', 'breathing hardly works', 'chesthurts', '心口好疼', '胸痛'])(
      'is raised by %j',
      (text) => expect(raisedFlag(text, { number: '1', flags })).not.toBeNull(),
    );
    it.each(['hardly any time', 'chest', '心口', 'cannot pain'])('is not raised by %j', (text) =>
      expect(raisedFlag(text, { number: '1', flags })).toBeNull(),
    );
  });

  describe('with what is harmless', () => {
    const flags = [
      {
        ...flag('unconscious', 'not responding', 'collapsed', '没反应', '想死'),
        unless: ['website|page|reception not responding', 'website collapsed', '电话 没反应', '等得 想死'].map(
          flagPhrase,
        ),
      },
    ];
    it.each(['the website is not responding', 'your reception is really not responding', '打电话没反应', '等得我想死'])(
      'is not raised by %j',
      (text) => expect(raisedFlag(text, { number: '1', flags })).toBeNull(),
    );
    it.each([
      'the website is not responding and my husband collapsed',
      'your website collapsed, and he collapsed',
      'he is not responding, the website sent me here',
      'the website is down. My son is not responding',
      '打电话没反应，他人也没反应了',
      '我想死',
    ])('is raised by danger beside it: %j', (text) => {
      expect(raisedFlag(text, { number: '1', flags })?.name).toBe('unconscious');
    });
  });

  it('needs its parts near each other', () => {
    expect(flagOf(`I bought a chest of drawers ${'and then another thing '.repeat(3)} what a pain`)).toBeNull();
  });

  it('is found at the end of a long text, and not in nonsense of 4,000 characters', () => {
    expect(flagOf(`${'and so on '.repeat(390)} chest pain`)).toBe('chest-pain');
    expect(flagOf('x'.repeat(4_000))).toBeNull();
    expect(flagOf('\ud800 胸'.repeat(800))).toBeNull();
  });
});
