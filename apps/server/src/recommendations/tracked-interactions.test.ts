import { describe, expect, it } from '@jest/globals';
import type { Claims, Product, SiteTrackedEvent } from '@solodesk/core';
import { ASKED, interactionOf, pageOf } from './tracked-interactions.ts';

const product = (id: string, url: string | null = null): Product => {
  return { id, names: { en: id }, price: 10, currency: 'EUR', url };
};
const shirt = product('shirt', 'https://shop.example/shirt/');
const products = {
  byId: new Map([shirt, product('7')].map((one) => [one.id, one])),
  byPage: new Map([[pageOf(shirt.url!)!, 'shirt']]),
};
const told = (name: string, props: Claims = {}, more: Partial<SiteTrackedEvent> = {}) => {
  const event = {
    ...{ key: 1, visitorKey: 4, contactKey: null, clientId: 'a', name, props, at: 9, page: '' },
    ...more,
  };
  return interactionOf(event, products);
};

describe('what a page tells of a product', () => {
  it('is an interaction of the visitor, or of the contact that they are', () => {
    expect(told('view', { product: 'shirt' })).toEqual({ user: 'visitor-4', item: 'shirt', kind: 'view', at: 9 });
    expect(told('Add_to_Cart', { item_id: 7 }, { contactKey: 3 })).toEqual({
      ...{ user: 'contact-3', item: '7', kind: 'cart', at: 9 },
    });
    expect(told(ASKED, { product: 'shirt' })?.kind).toBe('asked');
  });

  it('names the product by the page, where a view does not say it', () => {
    expect(told('view', {}, { page: 'https://shop.example/shirt?from=mail#sizes' })?.item).toBe('shirt');
    expect(told('cart', {}, { page: 'https://shop.example/shirt' })).toBeNull();
    expect(told('view', {}, { page: 'not an address' })).toBeNull();
  });

  it('holds ratings and progress in any of their writings, and refuses those that are none', () => {
    expect(told('rating', { product: 'shirt', rating: '4' })?.rating).toBe(4);
    for (const rating of [0, 11, '', 'good', null]) expect(told('rating', { product: 'shirt', rating })).toBeNull();
    expect(told('progress', { product: 'shirt', progress: 0.5 })?.weight).toBe(0.5);
    expect(told('progress', { product: 'shirt', progress: 100 })?.weight).toBe(1);
    expect(told('progress', { product: 'shirt', progress: -1 })).toBeNull();
  });

  it('says nothing of what is not sold, or under a name that nobody knows', () => {
    expect(told('view', { product: 'gone' })).toBeNull();
    expect(told('hover', { product: 'shirt' })).toBeNull();
    expect(told('constructor', { product: 'shirt' })).toBeNull();
  });
});
