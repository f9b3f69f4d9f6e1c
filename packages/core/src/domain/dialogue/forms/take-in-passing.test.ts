import { describe, expect, it } from '@jest/globals';
import { FormTalk } from '../../../testing/form-talk.ts';
import { sampleForm, sampleSlot } from '../../../testing/sample-forms.ts';

const FORM = sampleForm('message', [
  sampleSlot('details', { fromOpening: true }),
  sampleSlot('email', { type: 'email' }),
]);
const opened = (words: string) => new FormTalk([FORM]).begin('message', words).values['details'];

describe('the words that open a form', () => {
  it.each(['i was charged twice!!!', 'the code never arrived', "my login doesn't work", 'you got it wrong'])(
    'say what it is about, as short as they are: %s',
    (words) => expect(opened(words)).toBe(words),
  );

  it.each(['I want to leave a message', 'message please', 'I need help with my order'])('do not yet: %s', (words) =>
    expect(opened(words)).toBeUndefined(),
  );
});
