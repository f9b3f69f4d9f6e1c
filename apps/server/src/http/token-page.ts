import type { Response } from 'express';
import type { HelpAssets } from '../help/help-assets.ts';
import { html } from '../help/html.ts';
import { contentPolicy } from './security-headers.ts';

/**
 * A page whose link carries a key in its fragment, which no server's log ever sees. It is the same for everybody: what it is about comes
 * with the key, by a script that asks for it.
 */
export function tokenPage(
  assets: HelpAssets,
  { title, script }: { title: string; script: Parameters<HelpAssets['address']>[0] },
): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${title}</title>
        <link rel="stylesheet" href="${assets.address('survey.css')}" />
        <script src="${assets.address(script)}" defer></script>
      </head>
      <body>
        <main>
          <noscript>
            <p>
              This page needs JavaScript: its link keeps your key out of every log, and only a script can read it there.
            </p>
            <p lang="zh-CN">此页面需要 JavaScript：链接中的密钥不会进入任何日志，只有脚本能读取它。</p>
          </noscript>
        </main>
      </body>
    </html> `.text;
}

/** Nobody who is linked to from such a page, and no page that linked to it, learns of the other. @param more of its content policy */
export function sendTokenPage(response: Response, page: string, more: Record<string, readonly string[]> = {}): void {
  contentPolicy(response, {
    'script-src': ["'self'"],
    'style-src': ["'self'"],
    'connect-src': ["'self'"],
    'frame-ancestors': ["'none'"],
    ...more,
  });
  response.setHeader('Referrer-Policy', 'no-referrer');
  response.setHeader('Cache-Control', 'no-store');
  response.setHeader('X-Robots-Tag', 'noindex');
  response.type('text/html').send(page);
}
