import { LOCALES, localize } from '@solodesk/core';
import { COMMON_TOPICS } from '../../common-topics.ts';
import { noteAt } from '../lint-rule.ts';
import type { LintContext, LintNote, LintRule } from '../lint-rule.ts';

export const unnamedCategory: LintRule = {
  name: 'unnamed-category',
  severity: 'warning',
  docs: 'A category without a name in a language of the site: the help centre shows its English word to Chinese readers.',
  *check({ site, languages, files }: LintContext): Iterable<LintNote> {
    if (!site || site.content.helpCentre === false) return;
    const said = new Set<string>();
    for (const { document, content } of files) {
      const { category, faqs } = content;
      if (faqs.length === 0 || said.has(category) || !languages.includes('zh')) continue;
      said.add(category);
      const own = site.content.categories[category];
      const common = Object.hasOwn(COMMON_TOPICS, category) ? COMMON_TOPICS[category] : undefined;
      if ((own ?? common ?? {}).zh !== undefined) continue;
      const shown = localize(own ?? {}, 'zh') ?? category;
      const example = LOCALES.filter((locale) => languages.includes(locale))
        .map((locale) => `"${locale}": "${locale === 'zh' ? '…' : (own?.en ?? spelledOut(category))}"`)
        .join(', ');
      const advice = `name them in the console's settings, or in site.json: "categories": { "${category}": { ${example} } }`;
      yield noteAt(document, ['category'], `Chinese readers see "${shown}" as the name of these FAQs; ${advice}`);
    }
  },
};

function spelledOut(category: string): string {
  const words = category.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
