/** @jest-environment jsdom */
import { beforeEach, describe, expect, it } from '@jest/globals';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { prefer } from '../../state/preferences.ts';
import { ComplaintPart } from './complaint-part.tsx';
import type { Complaint, RemedyOffer } from './complaint-part.tsx';

const REMEDIES = [
  {
    ...{ name: 'refund', text: 'We refund the full price.', fits: true },
    texts: { en: 'We refund the full price.', zh: '我们全额退款。' },
  },
  { name: 'repair', text: 'We put it right.', texts: { en: 'We put it right.' }, fits: false },
];
const OFFERED = { choices: [{ remedy: 'refund', text: 'We refund the full price.' }], by: 'Mei', at: 2 };

describe('a complaint in the console', () => {
  let offers: RemedyOffer[];
  const body = () => document.body.textContent ?? '';
  const show = (complaint: Partial<Complaint>) => {
    render(null, document.body);
    act(() =>
      render(
        <ComplaintPart
          complaint={{ stage: 'received', remedies: REMEDIES, proposal: null, chosen: null, ...complaint }}
          describe={(at) => `T${at}`}
          onOffer={(offer) => (offers.push(offer), Promise.resolve())}
        />,
        document.body,
      ),
    );
  };
  const pick = (at: number) =>
    act(() => document.querySelectorAll<HTMLInputElement>('input[type=checkbox]')[at]?.click());
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

  it('says what was taken, and who offered it where the policy did', () => {
    const choices = [...OFFERED.choices, { remedy: 'repair', text: 'We put it right.' }];
    show({ stage: 'accepted', proposal: { choices, by: null, at: 2 }, chosen: 'We put it right.' });
    expect(document.querySelector('.complaint-chosen')?.textContent).toBe('We put it right. (taken)');
    expect(body()).toContain('Offered by the bot, as your policy allows');
  });

  it('offers the remedies that were picked, in the order of the list', async () => {
    show({});
    expect(body()).toContain('We put it right. (does not fit by your rules)');
    // What a customer is promised is nobody's default.
    expect(button()?.disabled).toBe(true);
    await pick(1);
    await pick(0);
    await press();
    expect(offers).toEqual([{ remedies: ['refund', 'repair'] }]);
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

  it("is read in the owner's language, with what the customer reads where that is another one", () => {
    prefer({ locale: 'zh' });
    show({ stage: 'proposed', proposal: OFFERED });
    const [offered] = [...document.querySelectorAll('.complaint-offer li')];
    expect(offered?.textContent).toBe('我们全额退款。客户看到的内容：“We refund the full price.”');
    const rows = [...document.querySelectorAll('.complaint-choice')].map(({ textContent }) => textContent);
    expect(rows[0]).toBe('我们全额退款。客户看到的内容：“We refund the full price.”');
    // Where the site has it in the customer's language alone, that is what there is.
    expect(rows[1]).toMatch(/^We put it right\./);
    prefer({ locale: 'en' });
    show({});
    expect(body()).not.toContain('The customer reads: ');
  });
});
