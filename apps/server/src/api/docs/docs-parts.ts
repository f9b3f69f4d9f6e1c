import { html, trusted } from '../../help/html.ts';
import type { Html } from '../../help/html.ts';
import type { DocsTexts } from './docs-texts.ts';
import type { FieldRow } from './field-rows.ts';

/** The fields of a body, a query or an answer. */
export function fields(rows: readonly FieldRow[], texts: DocsTexts): Html {
  return html`<dl class="fields">
    ${rows.map(
      ({ name, type, required, about, depth }) =>
        html`<div class="depth${depth}">
          <dt>
            <code>${name}</code>
            <span class="type">${type}</span> ${required ? html`<span class="needed">${texts.needed}</span>` : null}
          </dt>
          ${about === '' ? null : html`<dd>${marked(about)}</dd>`}
        </div>`,
    )}
  </dl>`;
}

export function code(text: string): Html {
  return html`<pre tabindex="0"><code>${text}</code></pre>`;
}

/** Text in which words between backticks are code. */
export function marked(text: string): Html {
  const parts = text.split('`').map((part, at) => (at % 2 === 1 ? html`<code>${part}</code>` : html`${part}`));
  return trusted(parts.map((part) => part.text).join(''));
}
