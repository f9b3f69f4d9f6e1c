import type { Article, ArticleBook, ArticleImage, FaqBook, Locale } from '@solodesk/core';
import { helpImage } from '@solodesk/core';
import { tidyProblems } from '../file-problem.ts';
import { meantWords } from '../checks/nearest-name.ts';
import type { FileProblem } from '../file-problem.ts';
import type { ArticleFiles } from './article-files.ts';
import { readArticleName } from './article-name.ts';
import { readArticleText, renderArticle } from './article-text.ts';
import type { ArticleText, Reference } from './article-text.ts';
import { readFrontMatter } from './front-matter.ts';
import type { FrontMatter } from './front-matter.ts';
import { resolveLink } from './links.ts';
import type { LinkTargets } from './links.ts';
import { sectionsOf } from './sections.ts';

/** What the articles of a site say, as far as they are good. A bad one holds nobody else back. */
export interface ArticlesReading {
  book: ArticleBook;
  /** `<slug>.<locale>` of those that were refused: their last good version goes on being served. Null: none could be read. */
  refused: ReadonlySet<string> | null;
  problems: FileProblem[];
}

interface Draft {
  file: string;
  slug: string;
  locale: Locale;
  head: FrontMatter;
  text: ArticleText;
}

/** Everything that can be said about a site's articles without touching the disk. */
export function checkArticles(site: string, files: ArticleFiles, faqs: FaqBook): ArticlesReading {
  const problems: FileProblem[] = [...files.problems];
  const refused = new Set<string>();
  const drafts: Draft[] = [];
  const existing = new Map<string, Locale[]>();
  for (const { name, source, problem } of files.files) {
    const named = readArticleName(name);
    if (typeof named === 'string') {
      problems.push({ file: `${site}/articles/${name}`, line: 1, column: 1, message: `the file ${named}` });
      continue;
    }
    const { slug, locale } = named;
    if (!faqs.locales.includes(locale)) continue;
    existing.set(slug, [...(existing.get(slug) ?? []), locale]);
    const head = source ? readFrontMatter(source) : { ok: false as const, problems: problem ? [problem] : [] };
    if (!source || !head.ok) {
      refused.add(`${slug}.${locale}`);
      if (!head.ok) problems.push(...head.problems);
      continue;
    }
    const text = readArticleText(head.body, head.linesBefore);
    drafts.push({ file: source.file, slug, locale, head: head.content, text });
  }

  const targets = targetsOf(site, drafts, existing, faqs);
  const images = new Map<string, ArticleImage>();
  const articles: Article[] = [];
  for (const draft of drafts) {
    const found = [
      ...settleLinks(draft, targets),
      ...settleImages(draft, site, files.images),
      ...otherCategory(draft, drafts),
    ];
    problems.push(...found);
    if (found.length > 0) {
      refused.add(`${draft.slug}.${draft.locale}`);
      continue;
    }
    const article = articleFrom(draft);
    articles.push(article);
    for (const name of article.images) {
      const reading = files.images.get(name);
      if (reading?.kind === 'image') images.set(name, reading.image);
    }
  }
  return {
    book: { articles: articles.sort(inOrder), images },
    refused: files.unreadable ? null : refused,
    problems: tidyProblems(problems),
  };
}

/** The reading with the last good version of whatever was refused in it. */
export function withLastGood({ book, refused }: ArticlesReading, before: ArticleBook | null): ArticleBook {
  if (refused === null) return before ?? book;
  const kept = (before?.articles ?? []).filter(({ slug, locale }) => refused.has(`${slug}.${locale}`));
  if (kept.length === 0) return book;
  const images = new Map(book.images);
  for (const name of kept.flatMap((article) => article.images)) {
    const image = images.get(name) ?? before?.images.get(name);
    if (image) images.set(name, image);
  }
  return { articles: [...book.articles, ...kept].sort(inOrder), images };
}

function inOrder(a: Article, b: Article): number {
  const [first, second] = [`${a.slug}.${a.locale}`, `${b.slug}.${b.locale}`];
  return compare(a.category, b.category) || a.order - b.order || compare(first, second);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function targetsOf(
  site: string,
  drafts: readonly Draft[],
  existing: ReadonlyMap<string, readonly Locale[]>,
  faqs: FaqBook,
): LinkTargets {
  const anchors = new Map(
    drafts.map(({ slug, locale, text }) => [`${slug}.${locale}`, new Set(text.headings.map(({ id }) => id))]),
  );
  return {
    site,
    localesOf: (slug) => existing.get(slug) ?? [],
    anchorsOf: (slug, locale) => anchors.get(`${slug}.${locale}`) ?? null,
    categoryOf: (intent) => faqs.faqs.get(intent)?.category,
    slugs: () => existing.keys(),
    intents: () => faqs.faqs.keys(),
  };
}

/** Leads each link to its place; those that lead nowhere are problems. */
function settleLinks({ file, slug, locale, text }: Draft, targets: LinkTargets): FileProblem[] {
  return text.links.flatMap(({ token, target, line, column }) => {
    const link = resolveLink(target, slug, locale, targets);
    if ('reason' in link) return { file, line, column, message: `the link "${short(target)}" ${link.reason}` };
    token.attrSet('href', link.href);
    if (link.external) token.attrSet('rel', 'noopener noreferrer');
    return [];
  });
}

function settleImages({ file, text }: Draft, site: string, images: ArticleFiles['images']): FileProblem[] {
  return text.images.flatMap((reference) => {
    const { token, target, line, column } = reference;
    const refuse = (reason: string): FileProblem => ({
      file,
      line,
      column,
      message: `the picture "${short(target)}" ${reason}`,
    });
    const name = imageName(reference);
    if (name === null) {
      return refuse('must lie in articles/images/ and be named so, such as ![A shirt](images/shirt.png)');
    }
    const reading = images.get(name);
    if (reading === undefined || reading.kind === 'gone') {
      return refuse(`does not exist in articles/images/${meantWords(name, images.keys())}`);
    }
    if (reading.kind === 'refused') return refuse(reading.reason);
    if (token.content.trim() === '') return refuse('needs words for those who cannot see it: ![words](images/...)');
    token.attrSet('src', `${helpImage(site, name)}?v=${reading.image.hash}`);
    token.attrSet('width', String(reading.width));
    token.attrSet('height', String(reading.height));
    token.attrSet('loading', 'lazy');
    return [];
  });
}

function imageName({ target }: Pick<Reference, 'target'>): string | null {
  return /^(?:\.\/)?images\/([^/\\]+)$/.exec(target)?.[1] ?? null;
}

/** An article has one category, whatever the language: the one of its first file. */
function otherCategory({ file, slug, head }: Draft, drafts: readonly Draft[]): FileProblem[] {
  const first = drafts.find((draft) => draft.slug === slug);
  if (!first || first.head.category === head.category) return [];
  const message = `"category" must be "${first.head.category}", as in ${first.file}: an article has the same in each language`;
  return [{ file, line: 1, column: 1, message }];
}

function articleFrom({ slug, locale, head, text }: Draft): Article {
  return {
    slug,
    locale,
    title: head.title.trim(),
    category: head.category,
    order: head.order,
    summary: head.summary.trim(),
    updated: head.updated ?? null,
    sections: sectionsOf(text),
    html: renderArticle(text),
    images: [...new Set(text.images.map((image) => imageName(image)).filter((name) => name !== null))],
  };
}

function short(target: string): string {
  return target.length > 80 ? `${target.slice(0, 80)}…` : target;
}
