import { styleSheet } from '../view/style-sheet.ts';

/** They come with the items. */
export const putMenuStyles = styleSheet(`
.items{position:absolute;z-index:2;right:0;top:44px;min-width:208px;padding:var(--s1);border-radius:var(--r2);background:var(--paper);color:var(--ink);border:1px solid var(--line);box-shadow:var(--shadow-2)}
.items button{display:flex;gap:var(--s3);align-items:center;width:100%;min-height:44px;padding:0 var(--s3);border-radius:var(--r1);text-align:left}
.items button:hover,.items button:focus-visible{background:var(--paper-3);outline-color:var(--accent);outline-offset:-2px}
.items svg{color:var(--ink-2)}
`);
