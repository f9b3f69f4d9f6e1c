import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

const FOLDER = new URL('./', import.meta.url);
/** Both are there to speak about what others style: the resets before, the narrow screens after. */
const SPEAK_OF_OTHERS = ['base.css', 'narrow.css'];

/** The classes that a style sheet styles by their name alone, such as `.said`, outside of media queries. */
function classesOf(css: string): Set<string> {
  const plain = css.replace(/\/\*[^]*?\*\//g, '');
  const classes = new Set<string>();
  let depth = 0;
  let selector = '';
  for (const character of plain) {
    if (character === '{') {
      if (depth === 0)
        for (const one of selector.split(',')) if (/^\.[\w-]+$/.test(one.trim())) classes.add(one.trim());
      depth += 1;
      selector = '';
    } else if (character === '}') {
      depth -= 1;
      selector = '';
    } else selector += character;
  }
  return classes;
}

describe('the style sheets of the console', () => {
  // All of them hold on every screen: once, a second `.said` on the settings laid messages of the log over each other.
  it('never style one class in two files', () => {
    const files = readdirSync(FOLDER).filter((name) => name.endsWith('.css') && !SPEAK_OF_OTHERS.includes(name));
    const owners = new Map<string, string[]>();
    for (const file of files)
      for (const name of classesOf(readFileSync(new URL(file, FOLDER), 'utf8')))
        owners.set(name, [...(owners.get(name) ?? []), file]);
    expect(files.length).toBeGreaterThan(5);
    expect([...owners].filter(([, where]) => where.length > 1)).toEqual([]);
  });
});
