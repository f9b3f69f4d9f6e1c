import { styleSheet } from '../view/style-sheet.ts';

/** They come with the question, as a sheet made by script: the frame's content policy allows no inline one. */
export const putSurveyStyles = styleSheet(`
.survey{flex:none;max-height:60%;overflow:auto;padding:var(--s3) var(--s4);border-top:1px solid var(--line);background:var(--paper-2);color:var(--ink);font-size:var(--t)}
.survey p{overflow-wrap:anywhere}
.survey .top{display:flex;gap:var(--s2);align-items:start;justify-content:space-between}
.survey .quiet{flex:none;min-height:28px;color:var(--ink-2);text-decoration:underline}
.survey .scores{display:grid;grid-template-columns:repeat(10,1fr);gap:var(--s1);margin-top:var(--s2)}
.survey .scores button{min-height:36px;padding:0;border:1px solid var(--line);border-radius:var(--r1);background:var(--paper)}
@media (max-width:460px){.survey .scores{grid-template-columns:repeat(5,1fr)}}
@media (pointer:coarse){.survey .scores button,.survey .quiet{min-height:44px}}
.survey .scores [aria-pressed='true'],.survey form button{border-color:var(--accent);background:var(--accent);color:var(--on-accent)}
.survey .ends{display:flex;justify-content:space-between;color:var(--ink-2);font-size:var(--t-s)}
.survey form{display:flex;gap:var(--s2);margin-top:var(--s2)}
.survey input{flex:1;min-width:0;min-height:36px;padding:0 var(--s2);border:1px solid var(--line);border-radius:var(--r1);background:var(--paper);color:var(--ink);font:inherit}
.survey form button{min-height:36px;padding:0 var(--s3);border-radius:var(--r1)}
.survey [role='alert']{color:var(--bad)}
`);
