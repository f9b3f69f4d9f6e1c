import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { FormTalk } from '../../../testing/form-talk.ts';
import { RETURN_FORM, VISIT_FORM } from '../../../testing/sample-forms.ts';
import type { Heard } from './form-event.ts';
import type { FormState } from './form-state.ts';
import { stepForm } from './step-form.ts';

const SEED = 4_711;
const FORMS = [RETURN_FORM, VISIT_FORM];
const WORDS = [
  'TL-1042',
  'it is broken, order 99',
  'a@b.example',
  '2026-12-05',
  '2030-01-01',
  'x',
  '',
  '??',
  'skip',
  '跳过',
  'back',
  'start again',
  'send',
  'no',
  'go on',
  'change the e-mail',
  'change the order to TL-7777',
  '改一下原因',
  'why',
  'my left knee hurts since last week and I cannot sleep',
  '我左边膝盖疼了三天，晚上睡不着',
  'a'.repeat(3_000),
  '\ud800 half',
];
const BUTTONS = [
  'send',
  'change',
  'change.order',
  'skip.email',
  'skip.day',
  'go-on',
  'restart',
  'choose.reason.size',
  'choose.x',
  '',
];

type Step = { say: string; heard: Heard } | { press: string } | { later: number } | { back: true };

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ say: fc.constantFrom(...WORDS), heard: fc.constant<Heard>(null) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      say: fc.oneof(fc.constantFrom(...WORDS), fc.string({ unit: 'grapheme', maxLength: 60 })),
      heard: fc.constantFrom<Heard>({ kind: 'question' }, { kind: 'talk' }, { kind: 'form', form: 'visit' }, null),
    }),
  },
  { weight: 2, arbitrary: fc.record({ press: fc.constantFrom(...BUTTONS).map((name) => `solodesk.form.${name}`) }) },
  { weight: 1, arbitrary: fc.record({ later: fc.constantFrom(1, 3_600_001, 700_000_000) }) },
  { weight: 1, arbitrary: fc.constant({ back: true as const }) },
);

function play(talk: FormTalk, one: Step): void {
  if ('say' in one) talk.say(one.say, one.heard);
  else if ('press' in one) talk.press(one.press);
  else if ('later' in one) talk.later(one.later);
  else talk.back();
}

describe(`random talks (seed ${SEED})`, () => {
  const runs = fc.record({ form: fc.constantFrom('return', 'visit'), steps: fc.array(step, { maxLength: 40 }) });

  it('stepped through again from their log of events, as JSON, come to the same state', () => {
    fc.assert(
      fc.property(runs, ({ form, steps }) => {
        const talk = new FormTalk(FORMS).begin(form, 'TL-1 is broken');
        for (const one of steps) if (talk.state !== null) play(talk, one);
        const forms = new Map(FORMS.map((one) => [one.name, one]));
        let state: FormState | null = null;
        for (const event of talk.events) {
          ({ state } = stepForm(JSON.parse(JSON.stringify(state)), JSON.parse(JSON.stringify(event)), {
            forms,
            address: '您',
          }));
        }
        expect(state).toEqual(talk.state);
      }),
      { seed: SEED, numRuns: 400 },
    );
  });

  it('can be left at any time, say something at every step, and send nothing unasked', () => {
    fc.assert(
      fc.property(runs, ({ form, steps }) => {
        const talk = new FormTalk(FORMS).begin(form);
        for (const one of steps) {
          if (talk.state === null) break;
          const before = talk.state;
          const said = talk.events.length;
          play(talk, one);
          if (talk.events.length === said) continue;
          const spoke = talk.text !== '' || talk.kinds.includes('aside') || talk.kinds.includes('handoff');
          expect(spoke).toBe(true);
          const isYes = ('say' in one && one.say === 'send') || ('press' in one && one.press.endsWith('.send'));
          if (talk.ticket !== undefined) expect([isYes, before.asking]).toEqual([true, 'confirm']);
          if (talk.state === null) expect(talk.effects.at(-1)?.type).toBe('end');
        }
        if (talk.state !== null) expect(talk.say('cancel').state).toBeNull();
      }),
      { seed: SEED, numRuns: 400 },
    );
  });

  it('with a visitor who never makes sense come to an end within a few steps for each question', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('return', 'visit'),
        fc.array(fc.constantFrom('x', '??', '!', '…'), { minLength: 40, maxLength: 40 }),
        (form, words) => {
          const talk = new FormTalk(FORMS).begin(form);
          const times = new Map<string, number>();
          let ended = false;
          for (const word of words) {
            talk.say(word);
            times.set(talk.text, (times.get(talk.text) ?? 0) + 1);
            ended ||= talk.state === null || talk.kinds.includes('handoff');
            if (ended) break;
          }
          expect(ended).toBe(true);
          expect(Math.max(...times.values())).toBeLessThanOrEqual(3);
        },
      ),
      { seed: SEED, numRuns: 50 },
    );
  });
});
