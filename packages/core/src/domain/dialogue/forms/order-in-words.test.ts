import { describe, expect, it } from '@jest/globals';
import { FormTalk } from '../../../testing/form-talk.ts';
import { sampleForm, sampleSlot } from '../../../testing/sample-forms.ts';
import { isOnlyOrder, looseOrder, orderByItsName } from './order-in-words.ts';

describe('the number of an order', () => {
  it.each([
    ['88231', '88231'],
    ['it is #ab-4410, thanks', 'AB-4410'],
    ['order 5521, we live in 1204 Mill Lane', '5521'],
    ['单号88231，文三路100号', '88231'],
    ['our VAT number is DE123456789, order nr 5521', '5521'],
  ])('stands in an answer: %s', (words, number) => {
    expect(looseOrder(words)).toBe(number);
  });

  it.each([
    '1204 Mill Lane, Leeds',
    'Hauptstraße 120, 80331 München',
    '改成杭州市西湖区文三路100号',
    '幸福小区302室',
    'we are Kessler GmbH, DE123456789',
    '税号91330106MA2AX3XXX1',
    '13800138000',
  ])('is none of these: %s', (words) => {
    expect(looseOrder(words)).toBeNull();
  });

  it('is one by its name, whatever it is called', () => {
    for (const words of ['order no. 5521', '订单号是5521', '单号 5521', '單號5521'])
      expect(orderByItsName(words)).toBe('5521');
    expect(isOnlyOrder('my order number is 5521')).toBe(true);
    expect(isOnlyOrder('order 5521 came broken')).toBe(false);
  });

  it('replaces the one before, whatever is asked meanwhile', () => {
    const slots = [sampleSlot('order', { type: 'order' }), sampleSlot('email', { type: 'email' })];
    const talk = new FormTalk([sampleForm('help', slots)]).begin('help').say('5521').say('order 5522');
    expect(talk.values).toEqual({ order: '5522' });
    expect(talk.text).toMatch(/^Changed\. order: 5522\n\nWhich email\?/);
  });
});
