import { lintSite } from '../lint/lint-site.ts';
import type { LintFinding } from '../lint/lint-site.ts';
import type { SiteFiles } from '../site-files.ts';

/** Twelve ways to ask that nobody else uses; a rule is tested with FAQs in which only one thing is wrong. */
export function phrasings(subject: string, count = 6): { en: string[]; zh: string[] } {
  const numbers = Array.from({ length: count }, (_, index) => index + 1);
  return {
    en: numbers.map((number) => `way ${number} to ask about ${subject}`),
    zh: numbers.map((number) => `第${number}种问${subject}的说法`),
  };
}

/** An FAQ that lint finds nothing wrong with. */
export function goodFaq(intent: string, more: object = {}) {
  return {
    intent,
    question: { en: `What about ${intent}?`, zh: `${intent} 怎么样？` },
    phrasings: phrasings(intent),
    answer: { en: `This is all about ${intent}.`, zh: `这里是关于 ${intent} 的说明。` },
    tests: {
      en: [{ ask: `explain ${intent} please`, expect: intent }],
      zh: [{ ask: `请解释一下 ${intent}`, expect: intent }],
    },
    ...more,
  };
}

/** The files of a site `shop`: its `site.json`, and a FAQ file for each list of FAQs or text. */
export function siteFiles(site: object, ...faqFiles: (readonly object[] | object | string)[]): SiteFiles {
  return {
    siteJson: { file: 'shop/site.json', text: JSON.stringify({ name: 'Teal', ...site }, null, 2) },
    faqs: faqFiles.map((content, index) => ({
      file: `shop/faq/${index + 1}.json`,
      text:
        typeof content === 'string'
          ? content
          : JSON.stringify(Array.isArray(content) ? { category: 'delivery', faqs: content } : content, null, 2),
    })),
    problems: [],
  };
}

/** The findings as `rule severity file:line message`. */
export function lintLines(files: SiteFiles): string[] {
  return lintSite(files).map(({ rule, severity, file, line, message }: LintFinding) => {
    return `${rule} ${severity} ${file.slice('shop/'.length)}:${line} ${message}`;
  });
}
