import { describe, expect, it } from '@jest/globals';
import type { Mood } from '../priority/mood.ts';
import { phraseFrom } from '../words/phrase.ts';
import { DEFAULT_COMPLAINTS } from './complaint-policy.ts';
import type { ComplaintPolicy } from './complaint-policy.ts';
import { recogniseComplaint } from './recognise-complaint.ts';

function complains(
  text: string,
  mood: Mood = 'neutral',
  policy: Partial<ComplaintPolicy> = {},
  intents: string[] = [],
) {
  const asked = { moods: 0 };
  const question = { text, intents: () => intents, mood: () => ((asked.moods += 1), mood) };
  const { complaint } = recogniseComplaint(question, { ...DEFAULT_COMPLAINTS, ...policy });
  return { complaint, moods: asked.moods };
}

describe('a complaint', () => {
  it.each([
    'I want to file a complaint',
    'How can I make a complaint?',
    'I need help to file a claim against your company',
    'This is outrageous, I will never order here again',
    'Very disappointed: the mug arrived broken',
    'My parcel is late for the third time',
    'Your service is a joke',
    'Something is missing every time I order',
    '我要投诉！',
    '我要投訴！',
    '你們是騙子嗎',
    '太失望了，杯子是坏了的',
    '你们这是欺骗消费者',
    '你们什么破服务',
    '叫你们老板来',
    '說好三天，到现在还没收到',
  ])('is recognised by its words alone: %j', (text) => {
    expect(complains(text).complaint).toBe(true);
  });

  it.each([
    'The mug arrived broken',
    '不知道为什么破了',
    'How long does a refund take?',
    'I am waiting for a compensation of 160 dollars',
    'What happens if the parcel arrives damaged?',
    'No complaints, thank you',
    'The other shop was terrible. Do you deliver to Oslo?',
    'I broke it, my own fault',
    'Tell me a joke',
    'it fails every time since yesterday',
    '杯子坏了，怎么办？',
    '没什么不满意的',
    '可以开发票吗',
    '',
    '👍',
  ])('is not made by a report or a question: %j', (text) => {
    expect(complains(text).complaint).toBe(false);
  });

  it('is what leaves it open when it is said in anger', () => {
    const text = 'I am still waiting for an answer';
    expect(complains(text, 'neutral').complaint).toBe(false);
    expect(complains(text, 'unhappy').complaint).toBe(true);
    expect(complains('still no refund, but you were very kind', 'pleased').complaint).toBe(false);
  });

  it('asks for no mood of a message that has no word for it: such are most', () => {
    expect(complains('When do you open on Sunday?')).toEqual({ complaint: false, moods: 0 });
    expect(complains('The mug arrived broken')).toEqual({ complaint: false, moods: 0 });
    expect(complains('I am still waiting').moods).toBe(1);
  });

  it("is recognised by the site's own words and intents as well", () => {
    const words = [phraseFrom('soggy croissant*')];
    expect(complains('Soggy croissants!').complaint).toBe(false);
    expect(complains('Soggy croissants!', 'neutral', { words }).complaint).toBe(true);
    expect(complains('it rattles', 'neutral', { intents: ['feedback.bad'] }, ['feedback.bad']).complaint).toBe(true);
  });
});
