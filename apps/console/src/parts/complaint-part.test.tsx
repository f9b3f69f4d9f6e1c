/** @jest-environment jsdom */
import { beforeEach, describe, expect, it } from '@jest/globals';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { prefer } from '../state/preferences.ts';
import { ComplaintPart } from './complaint-part.tsx';
import type { Complaint, RemedyOffer } from './complaint-part.tsx';

const REMEDIES = [
  { name: 'refund', text: 'We refund the full price.' },
  { name: 'repair', text: 'We put it right.' },
];
const OFFERED = { remedy: 'refund', text: 'We refund the full price.', by: 'Mei', at: 2 };

describe('a complaint in the console', () => {
  let offers: RemedyOffer[];
  const body = () => document.body.textContent ?? '';
  const show = (complaint: Partial<Complaint>) => {
    render(null, document.body);
    act(() =>
      render(
        <ComplaintPart
          complaint={{ stage: 'received', remedies: REMEDIES, proposal: null, ...complaint }}
          describe={(at) => `T${at}`}
          onOffer={(offer) => (offers.push(offer), Promise.resolve())}
        />,
        document.body,
      ),
    );
  };
  const pick = (at: number) => act(() => document.querySelectorAll<HTMLInputElement>('input[type=radio]')[at]?.click());
  const button = () => document.querySelector('button');
  const press = () => act(async () => button()?.click());

  beforeEach(() => {
    offers = [];
    prefer({ locale: 'en' });
  });

  it('says where it stands', () => {
    show({});
    expect(body()).toContain('Received: no offer yet');
    show({ stage: 'accepted', proposal: OFFERED });
    expect(body()).toContain('The customer has accepted the offer');
    expect(body()).toContain('Offered by Mei, T2');
    expect(button()).toBeNull();
  });

  it('offers the remedy that was picked', async () => {
    show({});
    await pick(1);
    await press();
    expect(offers).toEqual([{ remedy: 'repair' }]);
  });

  it("offers the owner's own words, and no empty ones", async () => {
    show({ stage: 'declined', proposal: OFFERED });
    await pick(2);
    expect(button()?.disabled).toBe(true);
    const field = document.querySelector('textarea');
    await act(() => {
      if (field === null) throw new Error('there is no field');
      field.value = ' A new vase tomorrow ';
      field.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await press();
    expect(offers).toEqual([{ text: 'A new vase tomorrow' }]);
  });

  it('is read in Chinese', () => {
    prefer({ locale: 'zh' });
    show({ stage: 'declined', proposal: OFFERED });
    expect(body()).toContain('客户未接受方案');
    expect(body()).not.toMatch(/Offer|Answer/);
  });
});
