/** What a page says about the widget, read from its HTML and headers without running anything. */
export interface Installation {
  /** The script of this server with this site's id is there. */
  found: boolean;
  /** Ids of other sites of this server whose script is there. */
  otherIds: string[];
  /** Script addresses of this site on another server. */
  otherServers: string[];
  /** What the page's content policy lacks for the widget to be shown, by directive. */
  blocked: { directive: string; source: string }[];
}

interface Page {
  html: string;
  /** Each `Content-Security-Policy` that the page came with. */
  policies: readonly string[];
  /** The page's own origin. */
  origin: string;
}

const POLICY = /\bhttp-equiv\s*=\s*["']?content-security-policy["'\s/>]/i;
const SRC = /[\s"']src\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/i;
const CONTENT = /[\s"']content\s*=\s*(?:"([^"]*)"|'([^']*)')/i;
const NONCE = /\bnonce\s*=\s*["']?[\w+/=-]+/i;
const WIDGET = /^\/widget\/([a-z0-9-]+)\.js$/;

/** @param desk this server's origin, as browsers reach it */
export function readInstallation(page: Page, site: string, desk: string): Installation {
  const html = withoutComments(page.html);
  const scripts = Array.from(tagsOf(html, 'script'), (tag) => ({ tag, src: valueOf(SRC, tag) })).flatMap(
    ({ tag, src }) => {
      if (!URL.canParse(src, page.origin)) return [];
      const url = new URL(src, page.origin);
      const id = WIDGET.exec(url.pathname)?.[1];
      return id === undefined ? [] : [{ tag, id, url }];
    },
  );
  const here = scripts.filter(({ url }) => url.origin === desk);
  const mine = here.find(({ id }) => id === site);
  const inPage = Array.from(tagsOf(html, 'meta'), (tag) => (POLICY.test(tag) ? valueOf(CONTENT, tag) : ''));
  // Several headers come as one, with commas between.
  const policies = [...page.policies.flatMap((header) => header.split(',')), ...inPage].filter(
    (policy) => policy.trim() !== '',
  );
  const trusted = mine !== undefined && NONCE.test(mine.tag);
  return {
    found: mine !== undefined,
    otherIds: [...new Set(here.map(({ id }) => id))].filter((id) => id !== site),
    otherServers: scripts.filter(({ id, url }) => id === site && url.origin !== desk).map(({ url }) => url.href),
    blocked: blockedBy(policies, desk, page.origin, trusted),
  };
}

/** Every policy must allow it (CSP 3, "multiple policies"). `frame-src` falls back over `child-src` to `default-src`. */
function blockedBy(policies: readonly string[], desk: string, own: string, trusted: boolean): Installation['blocked'] {
  const blocked = new Map<string, string>();
  for (const policy of policies) {
    const directives = directivesOf(policy);
    const sourcesOf = (...names: string[]) =>
      names.map((name) => directives.get(name)).find((each) => each !== undefined);
    const script = sourcesOf('script-src-elem', 'script-src', 'default-src');
    const hasNonce = script?.some((source) => source.startsWith("'nonce-")) === true;
    if (script && !(trusted && hasNonce) && !admits(script, desk, own)) blocked.set(scriptName(directives), desk);
    const frame = sourcesOf('frame-src', 'child-src', 'default-src');
    if (frame && !admits(frame, desk, own)) blocked.set('frame-src', desk);
  }
  return [...blocked].map(([directive, source]) => ({ directive, source }));
}

/** Where a list stands already, the source is to be added there. */
function scriptName(directives: ReadonlyMap<string, readonly string[]>): string {
  return directives.has('script-src-elem') ? 'script-src-elem' : 'script-src';
}

function directivesOf(policy: string): Map<string, string[]> {
  const directives = new Map<string, string[]>();
  for (const part of policy.split(';')) {
    const [name = '', ...sources] = part.trim().split(/\s+/);
    // The first of a name counts.
    if (name !== '' && !directives.has(name.toLowerCase())) directives.set(name.toLowerCase(), sources);
  }
  return directives;
}

function admits(sources: readonly string[], desk: string, own: string): boolean {
  const url = new URL(desk);
  const strict = sources.includes("'strict-dynamic'");
  return sources.some((source) => {
    if (source === "'self'") return !strict && desk === own;
    if (strict || source.startsWith("'")) return false;
    if (source === '*') return true;
    if (/^[a-z][a-z0-9+.-]*:$/i.test(source)) return source.toLowerCase() === url.protocol;
    const [, scheme, host = '', port, path] =
      /^(?:([a-z][a-z0-9+.-]*):\/\/)?([^/:]+)(?::(\d+|\*))?(\/.*)?$/i.exec(source) ?? [];
    if (
      scheme !== undefined &&
      `${scheme.toLowerCase()}:` !== url.protocol &&
      !(scheme === 'http' && url.protocol === 'https:')
    )
      return false;
    if (path !== undefined && path !== '/' && !'/widget/'.startsWith(path)) return false;
    const wild = host.startsWith('*.') ? url.hostname.endsWith(host.slice(1).toLowerCase()) : false;
    if (!wild && host.toLowerCase() !== url.hostname) return false;
    return port === undefined
      ? url.port === ''
      : port === '*' || port === (url.port || (url.protocol === 'https:' ? '443' : '80'));
  });
}

/** What is between `<!--` and `-->` is no page; neither is what follows a comment that never ends. */
function withoutComments(html: string): string {
  const parts: string[] = [];
  let from = 0;
  for (let at = html.indexOf('<!--'); at >= 0; at = html.indexOf('<!--', from)) {
    parts.push(html.slice(from, at));
    const end = html.indexOf('-->', at + 4);
    if (end < 0) return parts.join('');
    from = end + 3;
  }
  return parts.join('') + html.slice(from);
}

/** A sensible tag is no longer. */
const LONGEST_TAG = 4000;

/** Start tags of one name, in one pass: a page of unfinished ones takes no more time than another. */
function* tagsOf(html: string, name: string): Generator<string> {
  const lower = html.toLowerCase();
  const start = `<${name}`;
  for (let at = lower.indexOf(start); at >= 0;) {
    const most = Math.min(html.length, at + LONGEST_TAG);
    let quote = '';
    let end = at + start.length;
    for (; end < most && (quote !== '' || html[end] !== '>'); end++) {
      const char = html[end]!;
      if (quote === '' && (char === '"' || char === "'")) quote = char;
      else if (char === quote) quote = '';
    }
    if (end < most && /[\s/]/.test(html[at + start.length] ?? '')) yield html.slice(at, end + 1);
    at = lower.indexOf(start, end);
  }
}

function valueOf(attribute: RegExp, tag: string): string {
  return decode(
    attribute
      .exec(tag)
      ?.slice(1)
      .find((value) => value !== undefined) ?? '',
  );
}

/** The few references that stand in addresses. */
function decode(text: string): string {
  return text.replaceAll('&amp;', '&').replaceAll('&#39;', "'").replaceAll('&quot;', '"').trim();
}
