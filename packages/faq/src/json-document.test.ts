import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readJson } from './json-document.ts';

function firstProblem(text: string): { line: number; column: number; message: string } | null {
  const reading = readJson('shop/site.json', text);
  if (reading.ok) return null;
  const { line, column, message } = reading.problems[0] ?? { line: 0, column: 0, message: '' };
  return { line, column, message };
}

describe('a JSON file that is broken', () => {
  const cases: [what: string, text: string, line: number, column: number, words: RegExp][] = [
    ['a missing comma', '{\n  "a": 1\n  "b": 2\n}', 3, 3, /comma is missing/],
    ['a comma too many in an object', '{\n  "a": 1,\n}', 3, 1, /comma too many/],
    ['a comma too many in a list', '{ "a": [1, 2,] }', 1, 14, /comma too many/],
    ['a text without its end', '{\n  "a": "hello\n}', 2, 8, /closing double quote/],
    ['a missing brace', '{\n  "a": 1\n', 3, 1, /closing \} is missing/],
    ['a comment', '{\n  // hello\n  "a": 1 }', 2, 3, /comments are not allowed/],
    ['single quotes', "{ 'a': 1 }", 1, 3, /double quotes/],
    ['a Chinese comma', '{\n  "a": 1，\n  "b": 2 }', 2, 9, /^， is not the comma of JSON; write , with an English/],
    ['a Chinese colon', '{ "a"： 1 }', 1, 6, /^： is not the colon of JSON; write : with/],
    ['curly quotation marks', '{ "a": “hello” }', 1, 8, /^“ is not the quotation mark of JSON; write " with/],
    ['a Chinese bracket', '{ "a": ［1] }', 1, 8, /^［ is not the bracket of JSON; write \[ with/],
    ['a space of a web page', '{ "a":\u00a01 }', 1, 7, /special space/],
    ['a quotation mark inside a text', '{ "a": "say "hello" to" }', 1, 14, /inside a text is written \\"/],
    ['the same in Chinese', '{ "a": "请说"你好"。" }', 1, 12, /inside a text is written \\"/],
    ['a missing colon', '{ "a" 1 }', 1, 7, /colon/],
    ['something after the end', '{ "a": 1 }\n}', 2, 1, /should end here/],
    ['a stray backslash', '{ "a": "C:\\desk" }', 1, 8, /backslash/],
    ['a line break inside a text', '{ "a": "one\ntwo" }', 1, 8, /line break inside a text is written \\n/],
    ['a tab inside a text', '{ "a": "one\ttwo" }', 1, 8, /invisible/],
    ['a name that stands twice', '{\n  "a": 1,\n  "a": 2\n}', 3, 3, /"a" stands here a second time/],
    ['nothing at all', '  \n', 1, 1, /empty/],
    ['a line number counted with Windows line ends', '{\r\n  "a": 1\r\n  "b": 2\r\n}', 3, 3, /comma is missing/],
    ['what follows Chinese text', '{ "问": "答" "b": 2 }', 1, 12, /comma is missing/],
  ];
  it.each(cases)('is refused at the place of %s', (_what, text, line, column, words) => {
    expect(firstProblem(text)).toEqual({ line, column, message: expect.stringMatching(words) });
  });

  it('is refused, not a crash, when it nests a million levels deep', () => {
    expect(firstProblem('['.repeat(1_000_000))).toMatchObject({ line: 1, column: 33 });
  });

  it('may have any number of brackets inside its texts', () => {
    expect(firstProblem(JSON.stringify({ text: '\\"[{'.repeat(100) }))).toBeNull();
  });
});

describe('comment-like keys', () => {
  it('are taken out on every level, and may stand twice', () => {
    const reading = readJson(
      'f',
      '{"note":1,"note":2,"$schema":"x","__proto__":{"a":1},"a":[{"_b":1,"comment":2,"c":3}]}',
    );
    expect(reading.ok && reading.document.value).toEqual({ a: [{ c: 3 }] });
  });
});

describe('places', () => {
  const text = '{\n  "faqs": [\n    { "intent": "a.b" }\n  ]\n}';
  const reading = readJson('shop/faq/a.json', text);

  it('point at a value, at its name, and at what is around something missing', () => {
    if (!reading.ok) throw new Error('must be readable');
    const { problemAt } = reading.document;
    expect(problemAt(['faqs', 0, 'intent'], 'x')).toMatchObject({ file: 'shop/faq/a.json', line: 3, column: 17 });
    expect(problemAt(['faqs', 0, 'intent'], 'x', 'key')).toMatchObject({ line: 3, column: 7 });
    expect(problemAt(['faqs', 0, 'answer', 'en'], 'x')).toMatchObject({ line: 3, column: 5 });
    expect(problemAt(['nothing'], 'x', 'key')).toMatchObject({ line: 1, column: 1 });
  });
});

describe('strictness', () => {
  const withoutRepeats = fc.json().filter((text) => !/"(?:[_$]|note|comment)/.test(text));

  it('takes what JSON.parse takes, with the same value', () => {
    fc.assert(
      fc.property(withoutRepeats, (text) => {
        const reading = readJson('f', text);
        expect(reading.ok && reading.document.value).toEqual(JSON.parse(text));
      }),
      { numRuns: 300 },
    );
  });

  it('refuses what JSON.parse refuses', () => {
    const pieces = fc.constantFrom(
      ...'{}[]:,"\\/*-+.eE01\t\n\r\f\u000b\u00a0\u2028\ufeff ut',
      '"a"',
      'true',
      'null',
      '1',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 8 }), (parts) => {
        const text = parts.join('');
        const reading = readJson('f', text);
        if (reading.ok) expect(() => JSON.parse(text) as unknown).not.toThrow();
      }),
      { numRuns: 20_000 },
    );
  });
});
