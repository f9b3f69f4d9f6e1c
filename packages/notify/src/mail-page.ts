/** Attributes of what is less important than the rest: grey inline, and by its class a lighter grey in the dark. */
export function grey(more = ''): string {
  return `class="grey" style="color:#57534e;font-size:14px${more && `;${more}`}"`;
}

/**
 * Mail programs without style sheets show the inline styles, on white. Those with them, in the dark, get what only they read: `!important` because
 * it has to win over what stands inline. Pictures are drawn on white, and get a margin of it.
 */
const DARK = [
  ':root{color-scheme:light dark;supported-color-schemes:light dark}',
  '@media (prefers-color-scheme:dark){',
  'body{color:#f5f5f4!important;background:#1c1917!important}',
  '.grey{color:#b8b2ac!important}',
  '.picture{padding:8px;border-radius:8px;background:#ffffff}',
  '}',
].join('');

/** The whole of a mail's HTML. @param content escaped already */
export function mailPage(language: string, content: readonly string[]): string {
  return [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">`,
    '<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">',
    `<style>${DARK}</style></head>`,
    '<body style="margin:0;padding:24px;font:16px/1.5 system-ui,sans-serif;color:#1c1917;background:#ffffff">',
    '<div style="max-width:600px;margin:0 auto">',
    ...content,
    '</div></body></html>',
  ].join('\n');
}
