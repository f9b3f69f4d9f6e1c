/** The visual language of the widget and the console, with dark mode; no scripts, no fonts, nothing from elsewhere. */
export const PAGE_STYLES = `
:root{--accent:#4338ca;--ink:#1d1b26;--ink-2:#5d5a6b;--paper:#fff;--paper-2:#f7f6f3;--line:#e4e1da;--good:#146c46;--warn:#964500;--bad:#b3202a;
color-scheme:light dark;font:14px/1.5 system-ui,-apple-system,"Segoe UI","PingFang SC","Microsoft YaHei","Noto Sans SC","Noto Sans CJK SC",sans-serif;color:var(--ink);background:var(--paper)}
@media screen and (prefers-color-scheme:dark){:root{--accent:#8b83ff;--ink:#f0eef7;--ink-2:#b5b1c4;--paper:#191822;--paper-2:#23212e;--line:#302d3d;--good:#4cc38a;--warn:#f0a04b;--bad:#ff7a7f}}
*{box-sizing:border-box}body{margin:0 auto;max-width:1120px;padding:24px 16px 32px}
h1{font-size:20px;margin:0}h2{font-size:20px;margin:32px 0 0}h3{font-size:16px;margin:24px 0 4px}h4{font-size:14px;margin:0}
p{margin:4px 0 12px}.hint,.small{color:var(--ink-2)}.small{font-size:12px}
.sum{font-size:16px;margin:12px 0}
.grid2{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(440px,100%),1fr));gap:0 32px}
.grid2>*{min-width:0}
dl{margin:0 0 12px}dl div{display:flex;gap:16px;justify-content:space-between;padding:2px 0}dt{color:var(--ink-2)}dd{margin:0;text-align:right;white-space:nowrap}
svg{display:block;width:100%;max-width:440px;height:auto;margin:8px 0}
.tick,.axis{font-size:11px;fill:var(--ink-2)}.grid{stroke:var(--line)}.line{fill:none;stroke:var(--accent);stroke-width:2}
.dot{fill:var(--accent);stroke:var(--paper);stroke-width:2}.budget,.diagonal{stroke:var(--warn);stroke-dasharray:4 4}.bar{fill:var(--accent)}
table{border-collapse:collapse;width:100%;margin:0 0 12px}caption{text-align:left;color:var(--ink-2);padding:0 0 4px}
th,td{text-align:left;padding:4px 8px 4px 0;border-top:1px solid var(--line);vertical-align:top;overflow-wrap:break-word}th{font-weight:400;color:var(--ink-2)}
.n{text-align:right;white-space:nowrap}
.pair{border-top:1px solid var(--line);padding:12px 0}.pair ul{margin:4px 0;padding:0;list-style:none}.pair li{padding:2px 0;overflow-wrap:anywhere}
.wrong{color:var(--bad)}.advice{border-left:2px solid var(--accent);padding:0 0 0 8px;margin:4px 0}
.meter{display:block;height:8px;border-radius:6px;background:var(--paper-2);position:relative;overflow:hidden;min-width:80px;margin-top:6px}
.meter i{position:absolute;inset:0 auto 0 0;background:var(--accent)}.meter i.pale{opacity:.35}
summary{cursor:pointer;padding:12px 0;color:var(--accent)}
@media print{:root{color-scheme:light}body{max-width:none;padding:0}.pair,.grid2>*,tr{break-inside:avoid}h2,h3{break-after:avoid}
.meter,.meter i{print-color-adjust:exact;-webkit-print-color-adjust:exact}details::details-content{content-visibility:visible}summary{color:inherit;list-style:none}}
`;
