import { describe, expect, it } from '@jest/globals';
import type { FaqBook } from '@solodesk/core';
import { STARTER_PACKS } from '../testing/starter-packs.ts';
import { smallTrainer } from '../testing/small-trainer.ts';
import { PhrasingAdvice } from './phrasing-advice.ts';

const advice = new PhrasingAdvice({ starterPacks: STARTER_PACKS, trainer: smallTrainer });

function bookWith(intent: string, phrasings: string[]): FaqBook {
  const faq = { intent, category: 'a', question: { en: 'A question' }, phrasings: { en: phrasings }, answer: {} };
  return { hash: 'b', locales: ['en'], faqs: new Map([[intent, faq]]) };
}

describe('advice on phrasings', () => {
  it('says how others ask what an owner writes in own words, in both languages', async () => {
    const said = await advice.about({ en: 'How many days until my parcel gets here?' });
    expect(said?.like).toMatchObject({ en: 'How long does delivery take?', zh: '多久能送到？' });
    expect(said?.phrasings.en).toContain('how fast do you ship');
    expect(said?.phrasings.zh).toContain('几天能收到');
    expect((await advice.about({ zh: '你们家运费要多少钱？' }))?.like.en).toBe('What does delivery cost?');
  });

  it('goes by the language in which the question is known, and by each where both are', async () => {
    expect((await advice.about({ en: 'Zirblung?', zh: '怎么退货？' }))?.like.en).toBe('How do I return something?');
    const changing = await advice.about({ en: 'Where is your shop?', zh: '怎么退货？' });
    expect(changing?.like).toEqual({ en: 'Where are you?', zh: '怎么退货？' });
  });

  it('says nothing about what no pack knows, about small talk, and about nothing', async () => {
    expect(await advice.about({ en: 'Which wool do you spin your yarn from?' })).toBeNull();
    expect(await advice.about({ en: 'hello', zh: '你好' })).toBeNull();
    expect(await advice.about({ en: '  ' })).toBeNull();
    expect(await advice.about({})).toBeNull();
  });

  it('leaves out what another FAQ of the site is asked by, but not the FAQ itself', async () => {
    const question = { en: 'How long does delivery take?' };
    const taken = bookWith('shipping.speed', ['How FAST do you ship?']);
    expect((await advice.about(question, taken))?.phrasings.en).not.toContain('how fast do you ship');
    expect((await advice.about(question, taken, 'shipping.speed'))?.phrasings.en).toContain('how fast do you ship');
  });

  it('tries again after the library could not be learned', async () => {
    let tries = 0;
    const trainer = {
      train: async (book: FaqBook) => {
        tries += 1;
        if (tries === 1) throw new Error('no memory');
        return smallTrainer.train(book);
      },
    };
    const shaken = new PhrasingAdvice({ starterPacks: STARTER_PACKS, trainer });
    await expect(shaken.about({ en: 'How can I pay?' })).rejects.toThrow('no memory');
    expect((await shaken.about({ en: 'How can I pay?' }))?.like.en).toBe('How can I pay?');
  });
});
