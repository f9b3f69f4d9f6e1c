import { styleSheet } from '../view/style-sheet.ts';

/** Only with an ask on the screen: the panel's own style sheet does not carry it. */
export const putStyles = styleSheet(`
.ask{display:flex;flex-wrap:wrap;align-items:center;gap:var(--s2);padding:0 0 var(--s2);font-size:var(--t-s)}
.ask p{flex:1 1 60%;margin:0;color:var(--ink-2);overflow-wrap:anywhere}
.ask [role=status]{flex-basis:100%}
.ask [role=status]:empty{position:absolute}
.ask label{display:flex;align-items:center;gap:var(--s1);color:var(--ink-2)}
.ask input{font:inherit;font-size:16px;min-height:40px;padding:0 var(--s2);color:var(--ink);background:var(--paper);border:1px solid var(--line);border-radius:var(--r1);color-scheme:light dark}
.ask button{min-height:40px;padding:0 var(--s3);border:1px solid var(--accent);border-radius:var(--r1);color:var(--accent);background:var(--paper)}
.ask button:disabled{border-color:var(--line);color:var(--ink-3)}
.ask .mic{display:inline-flex;align-items:center;justify-content:center;width:40px;padding:0;border-radius:999px}
.ask .mic[aria-pressed=true]{background:var(--accent);color:var(--on-accent)}
`);
