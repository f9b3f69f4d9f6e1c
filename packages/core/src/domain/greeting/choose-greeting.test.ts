import { describe, expect, it } from '@jest/globals';
import { chooseGreeting } from './choose-greeting.ts';
import type { GreetingFacts } from './choose-greeting.ts';
import type { Greeting, GreetingCondition } from './greeting.ts';

const facts: GreetingFacts = {
  path: '/products/shirt',
  isOpen: true,
  hour: 9,
  returning: false,
  ticket: null,
  field: (name) => (name === 'name' ? 'Ann' : undefined),
};
const greeting = (...whens: GreetingCondition[]): Greeting => ({
  text: 'usual',
  quickReplies: [],
  variants: whens.map((when, index) => ({ when, text: `variant ${index}`, quickReplies: [] })),
});
const said = (given: Greeting, change: Partial<GreetingFacts> = {}) =>
  chooseGreeting(given, { ...facts, ...change }).text;

describe('a greeting', () => {
  it('is the first whose condition holds as a whole, else the usual one', () => {
    const both = greeting({ page: ['/products/*'], open: false }, { page: ['/products/*'] });
    expect(said(both)).toBe('variant 1');
    expect(said(both, { isOpen: false })).toBe('variant 0');
    expect(said(both, { path: '/' })).toBe('usual');
    expect(said(both, { path: null })).toBe('usual');
  });

  it('knows the parts of the day by the clock of the visitor', () => {
    const parts = greeting({ part: ['morning'] }, { part: ['afternoon', 'evening'] }, { part: ['night'] });
    const at = (hour: number) => said(parts, { hour });
    expect([5, 11, 12, 21, 22, 0, 4].map(at)).toEqual([
      'variant 0',
      'variant 0',
      'variant 1',
      'variant 1',
      'variant 2',
      'variant 2',
      'variant 2',
    ]);
  });

  it('tells who comes back of their open ticket, as text', () => {
    const back: Greeting = {
      ...greeting(),
      variants: [
        {
          when: { returning: true, ticket: true },
          text: 'Welcome back, {{name|you}}: {{ticket}}, {{subject}}',
          quickReplies: [],
        },
      ],
    };
    const ticket = { name: 'SHOP-T17', subject: 'a {{name}} <b>' };
    expect(said(back, { returning: true, ticket })).toBe('Welcome back, Ann: SHOP-T17, a {{name}} <b>');
    expect(said(back, { returning: true })).toBe('usual');
    expect(said(back, { ticket })).toBe('usual');
  });
});
