import { describe, expect, it } from '@jest/globals';
import { replyInput } from '../../../testing/reply-input.ts';
import { sampleForm } from '../../../testing/sample-forms.ts';
import { BOOK, COST, HOURS } from '../../../testing/short-talk.ts';
import { BUILT_IN } from '../../faq.ts';
import { decideReply } from '../decide-reply.ts';
import { formBook } from '../forms/form-book.ts';

const VISIT = sampleForm('visit', [], { startedBy: ['visit.cancel', 'visit.late'] });
/** What each clause means by itself. */
const CLAUSES: Readonly<Record<string, string>> = {
  'cancel my visit': 'visit.cancel',
  'please cancel my visit': 'visit.cancel',
  请取消我的预约: 'visit.cancel',
  'when do you open on monday?': HOURS.intent,
  'can it wait till you open?': HOURS.intent,
  'may I come late?': 'visit.late',
  'is delivery free?': COST.intent,
  'how are you?': BUILT_IN.greeting,
  'a human': BUILT_IN.person,
  人工: BUILT_IN.person,
  你们几点开门: HOURS.intent,
};
/** @param whole what the message means as a whole; null: nothing that anybody knows */
const ask = (text: string, whole: string | null = 'visit.cancel') =>
  decideReply(
    replyInput({
      text,
      book: BOOK,
      formBook: formBook([VISIT]),
      understand: (words) => {
        const intent = CLAUSES[words.trim()] ?? (words === text ? whole : null);
        return intent === null ? [] : [{ intent, confidence: 0.95 }];
      },
    }),
  );

describe('a request with a question beside it', () => {
  it.each([
    'please cancel my visit, when do you open on monday?',
    'cancel my visit. when do you open on monday?',
    'when do you open on monday? please cancel my visit',
  ])('begins its form, and the question is answered first: %s', (text) => {
    const { form, text: said, reason } = ask(text);
    expect(form?.form).toBe('visit');
    expect(said.startsWith('Nine to five.\n\n')).toBe(true);
    expect(reason.guesses.map(({ intent }) => intent)).toEqual(['visit.cancel', HOURS.intent]);
  });

  it('begins its form also where the bot is sure of the question', () => {
    for (const text of ['please cancel my visit, when do you open on monday?', '请取消我的预约，你们几点开门']) {
      const { form, reason } = ask(text, HOURS.intent);
      expect([form?.form, reason.guesses.at(-1)?.intent]).toEqual(['visit', HOURS.intent]);
    }
    // Told, not wished for; and wished for, but nobody knows how surely.
    expect(ask('it was on my visit, when do you open on monday?', HOURS.intent).form).toBeUndefined();
    expect(ask('I want a unicorn, when do you open on monday?', HOURS.intent).form).toBeUndefined();
  });

  it('is understood in Chinese as well', () => {
    const { form, reason } = ask('请取消我的预约，你们几点开门');
    expect([form?.form, reason.guesses.at(-1)?.intent]).toEqual(['visit', HOURS.intent]);
  });

  it.each([
    'please cancel my visit, can it wait till you open?',
    'please cancel my visit, may I come late?',
    'please cancel my visit, how are you?',
    'please cancel my visit, who is the king of spain?',
    'please cancel my visit, I am ill',
  ])('is the request alone where what is asked is about it, small talk, or not known: %s', (text) => {
    const { form, reason } = ask(text);
    expect([form?.form, reason.guesses.length]).toEqual(['visit', 1]);
  });

  it('gets one answer, so that the form is not lost behind them', () => {
    const { text, reason } = ask('please cancel my visit. is delivery free? when do you open on monday?');
    expect(reason.guesses.map(({ intent }) => intent)).toEqual(['visit.cancel', COST.intent]);
    expect(text).not.toContain('Nine to five');
  });

  it('calls a person who is asked for in one clause of what is not understood, and nobody where the whole is', () => {
    for (const text of ['the third time, a human', '第三次了，人工']) {
      expect(ask(text, null).reason.kind).toBe('handed_off');
      expect(ask(text, HOURS.intent).reason.kind).toBe('answered');
    }
  });
});
