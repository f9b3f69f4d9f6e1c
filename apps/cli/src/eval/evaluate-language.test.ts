import { describe, expect, it } from '@jest/globals';
import { question } from '../testing/questions.ts';
import { evaluateLanguage } from './evaluate-language.ts';

const thresholds = { answer: 0.6, suggest: 0.3, hint: 0.3 };

describe('the evaluation of a language', () => {
  const questions = [
    question('a.b', 'a.b', 0.9),
    question('a.b', 'a.b', 0.6),
    question('a.b', 'a.c', 0.7),
    question('a.c', 'a.c', 0.5),
    question('a.c', 'a.b', 0.4),
    question('a.c', null, 0),
    question(null, 'a.b', 0.65, 'what is the weather'),
    question(null, null, 0),
    question('a.b', 'a.b', 0.9, '中文', 'zh'),
  ];
  const evaluation = evaluateLanguage(questions, 'en', thresholds, 0.07);

  it('counts answers among its own questions, and what is wrong among all answers, with an interval', () => {
    expect(evaluation.answered).toMatchObject({ hits: 3, n: 6, share: 0.5 });
    expect(evaluation.wrong).toMatchObject({ hits: 2, n: 4, share: 0.5 });
    expect(evaluation.wrong.low).toBeCloseTo(0.15, 2);
    expect(evaluation.wrong.high).toBeCloseTo(0.85, 2);
    expect(evaluation.leftUnanswered).toMatchObject({ hits: 1, n: 2 });
    expect(evaluation.falseAnswers).toEqual([{ text: 'what is the weather', intent: 'a.b', confidence: 0.65 }]);
  });

  it('counts the right intent in front among the questions that have one', () => {
    expect(evaluation.accuracy).toMatchObject({ hits: 3, n: 6 });
  });

  it('counts what it asks back, and how often the right one is a choice', () => {
    expect(evaluation.askedBack).toMatchObject({ hits: 2, n: 6 });
    expect(evaluation.askedBackRight).toMatchObject({ hits: 1, n: 2 });
  });

  it('lists intents, the least often answered first', () => {
    expect(evaluation.intents).toEqual([
      { intent: 'a.c', n: 3, right: 1, answered: 0 },
      { intent: 'a.b', n: 3, right: 2, answered: 2 },
    ]);
  });

  it("says what other budgets would allow, the site's own among them", () => {
    expect(evaluation.budgets.map(({ budget }) => budget)).toEqual([0.01, 0.02, 0.03, 0.05, 0.07, 0.1]);
    expect(evaluation.budgets[0]?.point).toMatchObject({ answers: 1, coverage: 1 / 6 });
  });

  it('shows how often each range of confidence was right', () => {
    const bins = evaluation.reliability.filter(({ count }) => count > 0);
    expect(bins.map(({ from, count, right }) => [from, count, right])).toEqual([
      [0.4, 1, 0],
      [0.5, 1, 1],
      [0.6, 2, 0.5],
      [0.7, 1, 0],
      [0.9, 1, 1],
    ]);
    expect(evaluation.calibrationError).toBeGreaterThan(0);
  });

  it('has figures of nothing when there is nothing', () => {
    const empty = evaluateLanguage([], 'zh', thresholds, null);
    expect(empty.accuracy).toEqual({ hits: 0, n: 0, share: null, low: 0, high: 1 });
    expect(empty).toMatchObject({ curve: [], confusions: [], intents: [], calibrationError: 0 });
  });
});
