import { styleSheet } from './style-sheet.ts';

/** They come with the banner, as a sheet made by script: the frame's content policy allows no inline one. */
export const putProblemsStyles = styleSheet(`
.problems{flex:none;max-height:40%;overflow:auto;border-bottom:1px solid var(--line);background:color-mix(in srgb, var(--bad) 9%, var(--paper));color:var(--ink);font-size:var(--t-s)}
.problem{padding:var(--s2) var(--s4)}
.problem p{margin:0;overflow-wrap:anywhere}
.problem p > span{display:inline}
.problem form{display:flex;flex-wrap:wrap;gap:var(--s2);margin-top:var(--s2)}
.problem input{flex:1 1 180px;min-width:0;min-height:36px;padding:0 var(--s2);border:1px solid var(--line);border-radius:var(--r1);background:var(--paper);color:var(--ink);font:inherit}
.problem input[aria-invalid='true']{border-color:var(--bad)}
.problem button{min-height:36px;padding:0 var(--s3);border:0;border-radius:var(--r1);background:var(--accent);color:var(--on-accent);font:inherit;cursor:pointer}
.problem .quiet{min-height:28px;padding:0;background:none;color:inherit;text-decoration:underline}
.problem [role='alert']{flex:1 0 100%}
`);
