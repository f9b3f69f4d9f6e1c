import { noteAt } from '../lint-rule.ts';
import type { LintContext, LintNote, LintRule } from '../lint-rule.ts';
import { spokenIn } from '../spoken.ts';

/** Characters of a bubble that a telephone shows without scrolling. */
const LONGEST = { en: 700, zh: 350 } as const;

/** 迷你, 你好 in a quotation and the like are rare enough to be silenced by hand. */
const WORDS = { 您: /您/u, 你: /(?<!迷)你/u } as const;

export const mixedAddress: LintRule = {
  name: 'mixed-address',
  severity: 'warning',
  docs: 'A Chinese text that says 你 on a site whose voice says 您, or the other way round: customers notice.',
  *check(context: LintContext): Iterable<LintNote> {
    if (!context.site) return;
    const { address } = context.site.content.voice;
    const other = address === '您' ? '你' : '您';
    for (const { document, locale, text } of spokenIn(context)) {
      if (locale !== 'zh' || !WORDS[other].test(text.text)) continue;
      const also = WORDS[address].test(text.text) ? ` and "${address}"` : '';
      const advice = `"voice.address" of site.json is "${address}"; say one of them everywhere`;
      yield noteAt(document, text.path, `says "${other}"${also}, but ${advice}`);
    }
  },
};

/** "Don't", "we'll": a contraction; the genitive's 's is none, "it's" and "that's" are. */
const CASUAL =
  /\b[A-Za-z]+n[’']t\b|\b[A-Za-z]+[’'](?:ll|re|ve|m|d)\b|\b(?:it|that|what|here|there|he|she|who|let)[’']s\b|!|\b(?:hey|hi|yeah|gonna|wanna|awesome)\b/i;
const CASUAL_ZH = /[！!]|哦|哈|呀|啦|哟|嘛|亲[，,！!]/u;

export const mixedTone: LintRule = {
  name: 'mixed-tone',
  severity: 'warning',
  docs: 'A casual word, contraction or exclamation mark on a site whose voice is formal.',
  *check(context: LintContext): Iterable<LintNote> {
    if (context.site?.content.voice.tone !== 'formal') return;
    for (const { document, locale, text } of spokenIn(context)) {
      const casual = (locale === 'zh' ? CASUAL_ZH : CASUAL).exec(text.text)?.[0];
      if (casual === undefined) continue;
      yield noteAt(document, text.path, `"${casual}" is casual, but "voice.tone" of site.json is "formal"`);
    }
  },
};

export const longAnswer: LintRule = {
  name: 'long-answer',
  severity: 'warning',
  docs: 'An answer that is too long for a chat bubble: shorten it, or write an article and link to it.',
  *check(context: LintContext): Iterable<LintNote> {
    for (const { document, intent, locale, text } of spokenIn(context)) {
      const length = [...text.text].length;
      if (intent === null || length <= LONGEST[locale]) continue;
      const words = `has ${length} characters; more than ${LONGEST[locale]} are hard to read in a chat`;
      yield noteAt(document, text.path, `${words}: shorten it, or write an article and link to it`);
    }
  },
};
