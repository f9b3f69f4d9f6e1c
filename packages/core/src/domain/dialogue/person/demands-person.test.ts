import { describe, expect, it } from '@jest/globals';
import { COST, say } from '../../../testing/short-talk.ts';
import { sampleForm, sampleSlot } from '../../../testing/sample-forms.ts';
import { formBook } from '../forms/form-book.ts';
import { demandsPerson } from './demands-person.ts';

describe('a demand for a person', () => {
  it.each([
    'this is ridiculous i want a person',
    'This is the third time!! Let me talk to a real human please.',
    "you don't get it, give me an agent now",
    'useless. Can I speak to a human?',
    '你们什么态度，我要找真人',
    '听不懂人话吗！马上给我转人工客服',
  ])('is heard behind angry words: %s', (text) => {
    expect(demandsPerson(text)).toBe(true);
  });

  it.each([
    "I don't want a person",
    'can I bring a person',
    'I want a personal order',
    'I want a person to model for my photo',
    'can I speak to the person who packed it about the bow',
    '我不要人工',
    '不用转人工',
    '人工费多少钱',
    '我想要人工草坪',
  ])('is none in: %s', (text) => {
    expect(demandsPerson(text)).toBe(false);
  });

  it('ends the questions of a form at once, though the model is not sure of it', () => {
    const form = sampleForm('bug', [sampleSlot('what'), sampleSlot('email', { type: 'email' })], {
      startedBy: [COST.intent],
    });
    const open = {
      form: { form: 'bug', slots: {}, skipped: [], asking: 'email', bad: 0, prompts: {}, next: [], at: 0 },
    };
    const text = 'this is ridiculous i want a person';
    const reply = say(text, { [text]: { [COST.intent]: 0.2 } }, { formBook: formBook([form]), ...open });
    expect(reply.handoff).toBe('asked');
  });
});
