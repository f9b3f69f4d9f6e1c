import { describe, expect, it } from '@jest/globals';
import { COMPLAINT } from '../../complaint/complaint-form.ts';
import { RETURN_FORM, sampleForm, sampleSlot } from '../../../testing/sample-forms.ts';
import { formBook } from './form-book.ts';
import type { Form } from './form.ts';

const asks = (forms: readonly Form[]) =>
  formBook(forms)
    .byName.get(COMPLAINT)
    ?.slots.map(({ name }) => name);

describe('the form for complaints', () => {
  it('asks for an order where the site knows orders, or says nothing about them', () => {
    expect(asks([RETURN_FORM])).toContain('order');
    expect(asks([])).toContain('order');
  });

  it('asks for none where nothing else does: a clinic has no orders', () => {
    expect(asks([sampleForm('visit', [sampleSlot('name')])])).toEqual(['details', 'wish', 'email', 'phone']);
  });
});
