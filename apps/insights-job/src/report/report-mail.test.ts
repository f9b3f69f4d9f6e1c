import { describe, expect, it } from '@jest/globals';
import { reportMail } from './report-mail.ts';

const PAGE = `<!doctype html><h1>Teal &amp; &lt;Linen&gt;: 2026-W48</h1><p class="muted">2026-11-23 to 2026-11-29</p></header>
<h2>What changed</h2><ul><li><span aria-hidden="true">▲</span> CSI: 8 <span class="muted">(better)</span></li></ul>
<h2>Why it seems so</h2><p>The figures do not speak for a reason.</p>
<h2>What to do</h2><ul><li><a href="https://d.example/console/#/desk?a=1&amp;b=2">Open &quot;it&quot;</a></li></ul>
<h2>The figures</h2><table></table>
<figure><figcaption>A &amp; B</figcaption><div class="chart" role="img" aria-label="A"><svg width="9"><text fill="currentColor" style="font-family:inherit;">1</text></svg></div></figure>`;

describe('a report as a mail', () => {
  it('says what the page says, as text, with its links and its charts', () => {
    const { charts, ...said } = reportMail(PAGE);
    expect(said).toEqual({
      ...{ title: 'Teal & <Linen>: 2026-W48', span: '2026-11-23 to 2026-11-29' },
      sections: [
        { title: 'What changed', lines: [{ text: '▲ CSI: 8 (better)', link: null }] },
        { title: 'Why it seems so', lines: [{ text: 'The figures do not speak for a reason.', link: null }] },
        {
          title: 'What to do',
          lines: [{ text: 'Open "it"', link: 'https://d.example/console/#/desk?a=1&b=2' }],
        },
      ],
    });
    expect(charts.map(({ name }) => name)).toEqual(['A & B']);
  });

  it('has charts that take no colour and no font over from a page', () => {
    const [chart] = reportMail(PAGE).charts;
    expect(chart?.svg).toMatch(
      /^<svg width="9"><text fill="#1d1b26" style="font-family:'Noto Sans',.*,sans-serif;">1</,
    );
    expect(chart?.svg).not.toMatch(/inherit|currentColor/);
  });
});
