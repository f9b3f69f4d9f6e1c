/** A report as a mail takes it: words without markup, and its charts apart, as mail programs draw no SVG. */
export interface ReportMail {
  readonly title: string;
  readonly span: string;
  /** What changed, why, and what to do. */
  readonly sections: readonly {
    readonly title: string;
    readonly lines: readonly { readonly text: string; readonly link: string | null }[];
  }[];
  /** SVG on white paper. */
  readonly charts: readonly { readonly name: string; readonly svg: string }[];
}

/** Of the page, the first that are read over coffee. */
const SECTIONS = 3;
const MOST_CHARTS = 6;
const INK = '#1d1b26';
/** A picture has no page from which it could take these over; the last one is what the server has for whatever the others lack. */
const FONTS =
  "'Noto Sans','DejaVu Sans','Liberation Sans',Arial,'Noto Sans CJK SC','Noto Sans SC','PingFang SC','Microsoft YaHei',sans-serif";

/** Takes a report's page apart: so that page and mail say and show the same. */
export function reportMail(page: string): ReportMail {
  const sections = [...page.matchAll(/<h2>(.*?)<\/h2>\s*(<ul>.*?<\/ul>|<p>.*?<\/p>)/gs)].slice(0, SECTIONS);
  const charts = [...page.matchAll(/<figcaption>(.*?)<\/figcaption><div class="chart"[^>]*>(<svg.*?<\/svg>)<\/div>/gs)];
  return {
    title: words(/<h1>(.*?)<\/h1>/s.exec(page)?.[1] ?? ''),
    span: words(/<h1>.*?<\/h1><p class="muted">(.*?)<\/p>/s.exec(page)?.[1] ?? ''),
    sections: sections.map(([, title = '', body = '']) => ({
      title: words(title),
      lines: (body.startsWith('<ul>')
        ? [...body.matchAll(/<li>(.*?)<\/li>/gs)].map(([, item = '']) => item)
        : [body]
      ).map((item) => ({ text: words(item), link: unescapeHtml(/<a href="(.*?)">/.exec(item)?.[1] ?? '') || null })),
    })),
    charts: charts.slice(0, MOST_CHARTS).map(([, name = '', svg = '']) => ({
      ...{
        name: words(name),
        svg: svg.replaceAll('currentColor', INK).replaceAll('font-family:inherit', `font-family:${FONTS}`),
      },
    })),
  };
}

const words = (html: string): string => unescapeHtml(html.replaceAll(/<[^>]*>/g, '')).trim();

function unescapeHtml(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}
