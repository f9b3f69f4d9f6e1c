import { styleSheet } from '../view/style-sheet.ts';

/** They come with the card, as a sheet made by script: the frame's content policy allows no inline one. */
export const putTicketStyles = styleSheet(`
.ticket{margin:var(--s2) auto;max-width:420px;padding:var(--s3);color:var(--ink);background:var(--paper);border:1px solid var(--line);border-radius:var(--r2);font-size:var(--t-s)}
.ticket b{overflow-wrap:anywhere}
.ticket ol{display:flex;flex-wrap:wrap;gap:var(--s1) var(--s3);margin:var(--s2) 0 0;padding:0;list-style:none}
.ticket ol li{display:flex;align-items:center;gap:var(--s1);color:var(--ink-2)}
.ticket ol li::before{content:'';width:10px;height:10px;border:2px solid currentcolor;border-radius:50%}
.ticket ol li.done::before{background:currentcolor}
.ticket ol li[aria-current]{color:var(--accent);font-weight:600}
.ticket p{margin:var(--s2) 0 0;color:var(--ink-2)}
`);
