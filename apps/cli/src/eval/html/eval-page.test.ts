import { describe, expect, it } from '@jest/globals';
import { evaluateLanguage } from '../evaluate-language.ts';
import type { SiteEvaluation } from '../site-evaluation.ts';
import { question } from '../../testing/questions.ts';
import { evalPage } from './eval-page.ts';

const NASTY = '</style><script>alert("x")</script>&';
const questions = [
  question('a.b', 'a.b', 0.9),
  question('a.b', 'a.c', 0.8, NASTY),
  question('a.c', 'a.b', 0.4),
  question(null, 'a.b', 0.7, `weather ${NASTY}`),
];

function evaluation(more: Partial<SiteEvaluation> = {}): SiteEvaluation {
  return {
    site: 'shop',
    name: `Teal & Linen ${NASTY}`,
    locale: 'en',
    faqs: 2,
    questions: { 'a.b': { en: `How long? ${NASTY}`, zh: '多久？' }, 'a.c': { en: 'How much?', zh: '多少钱？' } },
    folds: 5,
    seed: 1,
    seconds: 1,
    wrongAnswerBudget: 0.03,
    estimated: null,
    tests: {},
    languages: [evaluateLanguage(questions, 'en', { answer: 0.6, suggest: 0.3, hint: 0.3 }, 0.03)],
    ...more,
  };
}
const page = (more: Partial<SiteEvaluation> = {}) => evalPage([evaluation(more)], new Date('2026-01-02T03:04:05Z'));

describe('the page of an evaluation', () => {
  it('says what is answered, what of it is wrong, how sure that is, and what is allowed', () => {
    expect(page()).toContain(
      'Answers 67 % of all questions; of these answers 67 % are wrong (n = 3, 95 % interval 20.8 % to 93.9 %). The owner allows 3 %.',
    );
    expect(page()).toContain('2 FAQs · 5 folds, seed 1 · 2026-01-02');
  });

  it('folds up what is beyond the first sentences of a pair, and loses none', () => {
    const of = (count: number) =>
      Array.from({ length: count }, (_, at) => question('a.b', 'a.c', 0.8, `sentence ${at}`));
    const languages = (count: number) => [
      evaluateLanguage(of(count), 'en', { answer: 0.6, suggest: 0.3, hint: 0.3 }, 0.03),
    ];
    const long = page({ languages: languages(20) });
    expect(long).toContain('<details><summary>12 more</summary>');
    for (let at = 0; at < 20; at += 1) expect(long).toContain(`sentence ${at} <`);
    expect(page({ languages: languages(9) })).not.toContain('more</summary>');
  });

  it('says that what the console shows is an estimate, and what was counted', () => {
    const heldOut = { coverage: 0.62, wrongShare: 0.05, n: 200 };
    const estimated = {
      budget: 3,
      asked: 200,
      coverage: 0.95,
      answers: 150,
      wrongShare: 0.03,
      interval: { low: 0.014, high: 0.063 },
      heldOut,
    };
    const tests = { en: { answerable: { total: 38, passed: 37 }, outOfScope: { total: 3, passed: 3 } } };
    expect(page({ estimated, tests })).toContain(
      'Estimated of visitors, in all languages: answers 95 % of all questions; of these answers 3 % are wrong (n = 150, 95 % interval 1.4 % to 6.3 %).',
    );
    expect(page({ estimated, tests })).toContain(
      'Of your own 200 phrasings, each held out of training, the bot answers 62 %, and 5 % of those answers are wrong; what visitors ask is easier to tell apart.',
    );
    expect(page({ estimated, tests })).toContain('Of your 41 tests in English it passes 40.');
    expect(page({ estimated, tests, locale: 'zh' })).toContain('（n = 150，95% 区间 1.4 % 至 6.3 %）');
    expect(page({ estimated, tests, locale: 'zh' })).toContain(
      '您写的 200 个问法轮流留出来不学，机器人能回答其中 62 %',
    );
  });

  it('loads nothing and runs nothing', () => {
    expect(page()).not.toMatch(/<script|<link|<img|<iframe|@import|url\(|\son\w+=|https?:/i);
    expect(page()).toContain("default-src 'none'");
  });

  it('shows text as text', () => {
    expect(page().match(/<style>/g)).toHaveLength(1);
    expect(page()).toContain('&lt;/style&gt;&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;&amp;');
  });

  it('draws both charts, with a summary for those who cannot see them', () => {
    expect(page().match(/<svg viewBox="0 0 360 240" role="img" aria-label="[^"]{20,}"/g)).toHaveLength(2);
    expect(page()).toMatch(/<path class="line" d="M[\d. L]+"\/><circle class="dot" cx="[\d.]+" cy="[\d.]+"/);
    expect(page()).toContain('class="budget"');
    expect(page({ wrongAnswerBudget: null })).not.toContain('class="budget"');
  });

  it('names the pairs, where their sentences stand, and what to do', () => {
    expect(page()).toContain('<h4>a.b ⇄ a.c</h4>');
    expect(page()).toContain('shop/faq/a.json:7');
    expect(page()).toContain('class="advice"');
  });

  it('names FAQs by their questions as well, for who wrote them without ever seeing their names', () => {
    expect(page()).toMatch(/<h4>a\.b ⇄ a\.c<\/h4><p class="hint">How long\? &lt;.* ⇄ How much\?<\/p>/);
    expect(page()).toContain('<td>a.c<br><span class="hint">How much?</span></td>');
    expect(page({ questions: {} })).toContain('<td>a.c</td>');
  });

  it('says of sentences in another language which it is', () => {
    expect(page()).not.toContain('lang="zh"');
    expect(page({ locale: 'zh' })).toContain('<span lang="en">How much?</span>');
  });

  it('is printed on white, with all that is folded on a screen', () => {
    expect(page()).toContain('@media screen and (prefers-color-scheme:dark)');
    expect(page()).toMatch(/@media print\{.*details::details-content\{content-visibility:visible\}/s);
  });

  it("is Chinese where that is the site's usual language", () => {
    const zh = page({ locale: 'zh' });
    expect(zh).toContain('<html lang="zh">');
    expect(zh).toContain('互相混淆的意图');
    expect(zh).toContain('在全部问题中回答了 67 %');
    expect(zh).not.toMatch(/>[^<]*(?:Answers|Calibration|Coverage)/);
  });

  it('is whole without any question', () => {
    const languages = [evaluateLanguage([], 'en', { answer: 0.6, suggest: 0.3, hint: 0.3 }, null)];
    expect(page({ languages })).toContain('Answers none of the questions.');
    expect(page({ languages })).not.toMatch(/NaN|Infinity|undefined|null/);
  });
});
