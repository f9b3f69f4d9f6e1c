/** They come with the first file, as a sheet made by script: the frame's content policy allows no inline one. */
const CSS = `
.tray{display:grid;gap:var(--s1);max-height:40vh;margin:0 0 var(--s2);overflow:auto;font-size:var(--t-s)}
.tray ul{display:grid;gap:var(--s1);margin:0;padding:0;list-style:none}
.tray>p{margin:0;color:var(--ink-2)}
.tray li{display:flex;gap:var(--s2);align-items:center;min-width:0;padding:var(--s1);border:1px solid var(--line);border-radius:var(--r1)}
.tray li>div{flex:1;min-width:0}
.tray b,.tray span{display:block;overflow-wrap:anywhere}
.tray b{font-weight:600;display:-webkit-box;-webkit-line-clamp:1;-webkit-box-orient:vertical;overflow:hidden}
.tray span{color:var(--ink-2)}
.tray .bad{color:var(--bad)}
.tray .shot{flex:none;width:44px;height:44px;border-radius:var(--r1);object-fit:cover;background:var(--paper-3);display:grid;place-items:center;color:var(--ink-2)}
.tray progress{display:block;width:100%;height:4px;margin-top:2px;accent-color:var(--accent)}
.tray button{flex:none;min-width:36px;min-height:36px;display:grid;place-items:center;border-radius:var(--r1);color:var(--ink-2)}
.tray button.again{padding:0 var(--s2);color:var(--accent);text-decoration:underline}
.files{display:flex;flex-wrap:wrap;gap:var(--s1);max-width:320px;margin:2px 0}
.right .files{justify-content:flex-end}
.files button{display:flex;gap:var(--s2);align-items:center;max-width:100%;min-height:44px;text-align:left;color:var(--ink);border-radius:var(--r2);border:1px solid var(--line);overflow:hidden}
.files .picture{min-height:0;background:var(--paper-3)}
.files img{display:block;width:100%;height:100%;object-fit:cover}
.files .row-file{padding:var(--s1) var(--s3);background:var(--paper)}
.files .row-file svg{flex:none;color:var(--ink-2)}
.files .row-file span{min-width:0;overflow-wrap:anywhere;font-size:var(--t-s)}
.files small{display:block;color:var(--ink-2);font-size:var(--t-s)}
.shown{position:fixed;inset:0;z-index:60;display:flex;flex-direction:column;background:var(--paper);color:var(--ink)}
.shown header{display:flex;gap:var(--s2);align-items:center;padding:var(--s2);border-bottom:1px solid var(--line)}
.shown h2{flex:1;min-width:0;font-size:var(--t-m);font-weight:600;overflow:hidden;text-overflow:ellipsis;white-space:nowrap;padding-left:var(--s2)}
.shown header button{width:44px;height:44px;display:grid;place-items:center;border-radius:var(--r1);color:var(--ink)}
.shown>div{flex:1;min-height:0;display:grid;place-items:center;padding:var(--s3)}
.shown img{max-width:100%;max-height:100%;object-fit:contain}
`;

let put = false;

/** Once for the page. What the other parts that come later use for it would be a third file, shared by both. */
export function putFileStyles(): void {
  if (put || !('adoptedStyleSheets' in document)) return;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(CSS);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  put = true;
}
