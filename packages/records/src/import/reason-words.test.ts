import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { importReason } from './reason-words.ts';

const source = (file: string) => readFileSync(new URL(`../${file}`, import.meta.url), 'utf8');

/** What the server says of rows and files, with something in the place of each value. */
const SAID = [
  ...source('schemas.ts').matchAll(/(['`])((?:is|must|has|holds|stands) [^'`]*)\1/g),
  ...source('fields/not-future.ts').matchAll(/(['`])(lies [^'`]*)\1/g),
  ...source('import/row-values.ts').matchAll(/(`)("\$\{short\([^`]*)`/g),
  ...source('import/rows-to-drafts.ts').matchAll(/(`)((?:has|belongs) [^`]*)`/g),
  ...source('import/import-file.ts').matchAll(
    /(['`])((?:this|order "|\$\{known\}) [^'`]*further up[^'`]*|order "[^`]*further up[^`]*)\1/g,
  ),
  ...source('csv/read-rows.ts').matchAll(/(['`])((?:a "|nothing) [^'`]*|nothing can[^'`]*)\1/g),
  ...source('csv/check-file.ts').matchAll(/(['`])((?:this is|the file is|line \$)[^'`]*)\1/g),
  ...source('csv/mapping.ts').matchAll(/(`)(the header [^`]*|"\$\{field\}" [^`]*)`/g),
].map(([, , text]) =>
  text!
    .replace('${slashed}', '')
    .replace('${known}', 'this product')
    .replace(/\$\{ORDER_STATUSES[^}]*\}\}?/g, 'paid')
    .replace(/\$\{[^}]*\}/g, '7'),
);

describe('why a row is refused', () => {
  it('is read in Chinese, whatever the server says', () => {
    expect(SAID.length).toBeGreaterThan(50);
    expect(SAID.filter((reason) => !/\p{Script=Han}/u.test(importReason(reason, 'zh')))).toEqual([]);
  });

  it('keeps the name of the column and what stood there', () => {
    expect(importReason('"E-Mail": is no e-mail address', 'zh')).toBe('"E-Mail"：不是邮箱地址');
    expect(importReason('"Price": "1.234" is no amount of EUR that can be read in one way only', 'zh')).toBe(
      '"Price"："1.234"'.replace('"1.234"', '“1.234”作为 EUR 金额读法不唯一，或不是金额'),
    );
    expect(importReason('"a "b" c": is empty', 'en')).toBe('"a "b" c": is empty');
  });

  it('points to the choice on screen in place of the option of the command line', () => {
    const reason = '"Day": "03/04/2026" is no date that can be read in one way only; say --dates dmy or --dates mdy';
    expect(importReason(reason, 'en')).toBe(
      '"Day": "03/04/2026" is no date that can be read in one way only: choose “day first” or “month first” beside the columns',
    );
    expect(importReason(reason, 'zh')).toBe(
      '"Day"：“03/04/2026”作为日期读法不唯一，或不是日期：请在各列下方选择“日在前”或“月在前”',
    );
  });

  it('stays as it was said where nobody foresaw it', () => {
    expect(importReason('something else', 'zh')).toBe('something else');
  });
});
