import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { ruleRows } from './rules.ts';

const guide = readFileSync(new URL('../../../../docs/faqs.md', import.meta.url), 'utf8');

describe("the guide's table of lint rules", () => {
  it('has every rule and no other, with its severity', () => {
    const rows = Array.from(guide.matchAll(/^\| `([a-z-]+)` +\| (error|warning)(, _always_)? +\|/gm));
    const documented = rows.map(([, name, severity, always]) => `${name} ${severity} ${always === undefined}`);
    const known = ruleRows().map(({ name, severity, canBeDisabled }) => `${name} ${severity} ${canBeDisabled}`);
    expect(documented.sort()).toEqual(known.sort());
  });
});
