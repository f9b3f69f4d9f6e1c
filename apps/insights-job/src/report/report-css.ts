/** The page's own look, after the tokens of the house (packages/ui/src/tokens.css): a mail and a saved file have no other sheet. */
export const REPORT_CSS = `
:root{color-scheme:light dark;--ink:#1d1b26;--ink-2:#5d5a6b;--paper:#fff;--paper-3:#efede8;--line:#e4e1da;--accent:#4338ca}
@media (prefers-color-scheme:dark){:root{--ink:#f0eef7;--ink-2:#b5b1c4;--paper:#191822;--paper-3:#23212e;--line:#302d3d;--accent:#8b83ff}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:15px/1.55 system-ui,-apple-system,"Segoe UI","PingFang SC","Microsoft YaHei","Noto Sans SC","Noto Sans CJK SC",sans-serif}
main{max-width:760px;margin:0 auto;padding:24px 20px 48px;overflow-wrap:anywhere}
h1{font-size:24px;margin:0}
h2{font-size:18px;margin:32px 0 8px}
h3{font-size:15px;margin:20px 0 4px}
ul{margin:0;padding-left:20px}
li{margin:6px 0}
a{color:var(--accent)}
.muted{color:var(--ink-2)}
table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}
th,td{padding:6px 8px 6px 0;border-bottom:1px solid var(--line);text-align:left;vertical-align:top;font-weight:400}
td.n{white-space:nowrap}
figure{margin:24px 0;break-inside:avoid}
figcaption{margin-bottom:8px}
figure svg{display:block;width:100%;height:auto}
.scroll,.chart{overflow-x:auto}
.scroll{overflow-wrap:break-word}
.scroll th:first-child{min-width:7em}
.scroll th[scope=row]{overflow-wrap:anywhere}
summary{min-height:32px;color:var(--ink-2);cursor:pointer}
footer{margin-top:40px;font-size:13px}
@media (max-width:520px){figure svg{min-width:520px}table tr{display:grid;grid-template-columns:minmax(50%,1fr) minmax(0,auto)}.scroll tr{display:table-row}table th,table td{border:0;padding:2px 8px 2px 0}table tr{border-bottom:1px solid var(--line);padding:6px 0}}
@page{margin:15mm}
@media print{:root{color-scheme:light;--ink:#000;--ink-2:#444;--paper:#fff;--paper-3:#efede8;--line:#ccc;--accent:#4338ca}main{max-width:none;padding:0}details{display:none}h2,h3,h2+p,figcaption{break-after:avoid}tr,li{break-inside:avoid}tr:has(th[scope=col]){break-after:avoid}.scroll,.chart{overflow:visible}}
`;
