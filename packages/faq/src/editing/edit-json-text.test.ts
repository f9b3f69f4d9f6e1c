import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { renderJson, withValue } from './edit-json-text.ts';

describe('setting a value in a JSON text', () => {
  const cases: [what: string, text: string, path: (string | number)[], value: unknown, after: string][] = [
    ['replaces', '{\n "a":1,  "b" : [1,2] }', ['a'], 'x', '{\n "a":"x",  "b" : [1,2] }'],
    ['replaces deep inside', '{"a":[{"b":1}]}', ['a', 0, 'b'], null, '{"a":[{"b":null}]}'],
    ['adds on a line of its own', '{\n  "a": 1\n}\n', ['b'], ['x', 'y'], '{\n  "a": 1,\n  "b": ["x", "y"]\n}\n'],
    ['adds on the same line', '{ "a": 1 }', ['b'], 2, '{ "a": 1, "b": 2 }'],
    [
      'fills an empty group',
      '{\n  "a": {}\n}',
      ['a', 'b'],
      { c: 1 },
      '{\n  "a": {\n    "b": {\n      "c": 1\n    }\n  }\n}',
    ],
    [
      'appends to a list',
      '{\n  "a": [\n    {"b":1}\n  ]\n}',
      ['a', -1],
      { b: 2 },
      '{\n  "a": [\n    {"b":1},\n    {\n      "b": 2\n    }\n  ]\n}',
    ],
    ['fills an empty list', '{ "a": [] }', ['a', -1], 1, '{ "a": [\n  1\n] }'],
    ['removes the only one', '{ "a": 1 }', ['a'], undefined, '{}'],
    ['removes the last', '{\n  "a": 1,\n  "b": 2\n}', ['b'], undefined, '{\n  "a": 1\n}'],
    ['removes the first', '{\n  "a": 1,\n  "b": 2\n}', ['a'], undefined, '{\n  "b": 2\n}'],
    ['removes nothing that is not there', '{ "a": 1 }', ['b'], undefined, '{ "a": 1 }'],
    [
      'keeps Windows line ends',
      '{\r\n  "a": 1\r\n}',
      ['b'],
      { c: 1 },
      '{\r\n  "a": 1,\r\n  "b": {\r\n    "c": 1\r\n  }\r\n}',
    ],
  ];
  it.each(cases)('%s, and leaves the rest as it is', (_what, text, path, value, after) => {
    expect(withValue(text, path, value)).toBe(after);
  });

  it('gives what the same change gives on the parsed value, in any layout', () => {
    const object = fc.dictionary(fc.string(), fc.jsonValue(), { noNullPrototype: true });
    fc.assert(
      fc.property(object, fc.string(), fc.jsonValue(), fc.constantFrom(0, 1, 4, '\t'), (before, key, value, space) => {
        const after = JSON.parse(withValue(JSON.stringify(before, null, space), [key], value)) as object;
        expect(new Map(Object.entries(after))).toEqual(
          new Map([
            ...Object.entries(JSON.parse(JSON.stringify(before)) as object),
            [key, JSON.parse(JSON.stringify(value))],
          ]),
        );
      }),
    );
  });
});

describe('rendering', () => {
  it('gives JSON that means the same', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) =>
        expect(JSON.parse(renderJson(value))).toEqual(JSON.parse(JSON.stringify(value))),
      ),
    );
  });
});
