import { describe, expect, it } from '@jest/globals';
import { NOBODY, changeOf, takingBack, typedOf } from './contact-edits.ts';
import type { Contact } from '../api/records-api.ts';

const ADA: Contact = {
  ...{ key: 7, id: 'c7', ownId: true, verified: true, name: 'Ada', email: 'ada@one.example', phone: null },
  ...{ locale: 'en', customer: true, customerSince: 5_000, source: {}, createdAt: 1 },
};
const typed = (change: object) => ({ ...typedOf(ADA), ...change });

describe('what is typed of a contact', () => {
  it('is sent only where it differs, without blanks, and empty where it was taken away', () => {
    expect(changeOf(typedOf(ADA), typed({ name: ' Ada ' }))).toEqual({});
    expect(changeOf(typedOf(ADA), typed({ name: ' ', phone: ' 030 1 ', locale: '' }))).toEqual({
      ...{ name: null, phone: '030 1', locale: null },
    });
    expect(changeOf(NOBODY, { ...NOBODY, email: 'a@b.example', customer: true })).toEqual({
      ...{ email: 'a@b.example', customer: true },
    });
  });

  it('is taken back to what stood there, and to the day since when somebody was a customer', () => {
    const change = changeOf(typedOf(ADA), typed({ phone: '030 1', customer: false, name: '' }));
    expect(takingBack(ADA, change)).toEqual({ name: 'Ada', phone: null, customerSince: 5_000 });
    const nobody = { ...ADA, customer: false, customerSince: null };
    expect(takingBack(nobody, { customer: true })).toEqual({ customer: false });
  });
});
