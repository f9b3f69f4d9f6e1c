import { beforeEach, describe, expect, it } from '@jest/globals';
import { createFormDesk } from '../../testing/form-desk.ts';
import { RETURN_FORM, sampleForm, sampleSlot } from '../../testing/sample-forms.ts';
import { anonymous } from '../../testing/contract/stage.ts';
import type { TestDesk } from '../../testing/test-desk.ts';
import type { Contact } from '../../domain/records/contact.ts';
import type { OrderDraft } from '../../domain/records/order.ts';
import type { Ticket } from '../../domain/ticket/ticket.ts';
import type { Visitor } from '../../domain/visitor.ts';
import { linkContact } from '../visitor/link-contact.ts';
import { receiveVisitorMessage } from '../conversation/receive-visitor-message.ts';

const DAY = 86_400_000;
/** A form of a message: who writes, and how to reach them; an order only where it is about one. */
const NOTE_FORM = sampleForm(
  'visit',
  [
    sampleSlot('note', { length: { min: 2, max: 200 } }),
    sampleSlot('caller', { isName: true }),
    sampleSlot('phone', { type: 'phone' }),
    sampleSlot('about', { type: 'order', required: false }),
  ],
  { startedBy: ['visit.start'] },
);

let desk: TestDesk;
let sent = 0;

beforeEach(() => {
  desk = createFormDesk(undefined, [RETURN_FORM, NOTE_FORM]);
  Object.assign(desk.mailer, { available: false, sms: false });
});

const write = () => ({ site: 'shop', at: desk.clock.now(), uuid: () => desk.ids.uuid(), batch: null });

async function newcomer(userId: string | null = null): Promise<Visitor> {
  const change = userId === null ? {} : { userId, verified: true };
  const visitor = await desk.store.createVisitor(anonymous('shop', desk.ids.uuid(), change), desk.ids.token());
  await linkContact(desk, null, visitor);
  return visitor;
}

/** A customer as the shop's own system sends them, signed in. */
async function customer(...orders: Partial<OrderDraft>[]): Promise<Visitor> {
  const who = { id: 'c1', name: 'Ada King', email: 'ada@home.example', phone: '+493012345' };
  await desk.store.saveContacts([{ ...who, customer: true }], write());
  const drafts = orders.map((order) => ({ number: 'TL-1001', status: 'delivered' as const, customer: who, ...order }));
  await desk.store.saveOrders(drafts, write());
  return newcomer('c1');
}

async function says(visitor: Visitor, text: string, intent?: string) {
  desk.clock.advance(1_000);
  const words = { text, clientId: `k${++sent}`, ...(intent !== undefined && { intent }) };
  const { conversation } = await receiveVisitorMessage(desk, visitor, words);
  const log = await desk.store.readLog(conversation.key, { limit: 100 });
  const last = log.flatMap(({ entry }) => (entry.type === 'bot_message' ? [entry] : [])).at(-1);
  if (last === undefined) throw new Error('the bot said nothing');
  return { text: last.text, buttons: last.quickReplies ?? [] };
}

async function ticket(number = 1): Promise<Ticket> {
  return (await desk.store.findTicketByNumber('shop', number)) as Ticket;
}

async function contactOf({ contactKey }: Ticket): Promise<Contact | null> {
  return contactKey === null ? null : desk.store.findContact('shop', { key: contactKey });
}

describe('a form of a customer who is signed in', () => {
  it('asks for nothing that the shop knows of them, and shows it before it is sent', async () => {
    const ada = await customer({ number: 'TL-1007' });
    await says(ada, 'I want to send it back, it is broken');
    expect((await says(ada, 'skip')).text).toBe(
      'The return – this is what I would send:\n• Order number: TL-1007\n• Reason: It is broken\n• E-mail: ada@home.example\nShall I send it?',
    );
  });

  it('offers their latest orders where there are several, and takes the one that is pressed', async () => {
    const ada = await customer({ number: 'TL-1007', placedAt: 0 }, { number: 'TL-1008.b', placedAt: 40 * DAY });
    const asked = await says(ada, 'I want to send it back, it is broken');
    expect(asked.text).toContain('Which order?');
    expect(asked.buttons.map(({ label }) => label).slice(0, 2)).toEqual([
      'TL-1008.b · 10 Feb 1970',
      'TL-1007 · 1 Jan 1970',
    ]);
    await says(ada, 'TL-1008.b · 10 Feb 1970', asked.buttons[0]?.intent);
    const { form } = (await desk.store.findConversationOfVisitor('shop', ada.key)) ?? {};
    expect(form?.slots['order']).toEqual({ value: 'TL-1008.b', from: 'said' });
  });

  it('takes no order for granted where it need not be about one', async () => {
    const ada = await customer({ number: 'TL-1007' });
    await says(ada, 'I want to see a doctor');
    const asked = await says(ada, 'a question about linen');
    expect(asked.text).toBe('Which about?');
    expect(asked.buttons[0]?.label).toContain('TL-1007');
    expect((await says(ada, 'skip')).text).toContain('• caller: Ada King\n• phone: +493012345');
  });

  it('prefers what was said just now to what the shop has', async () => {
    const ada = await customer({ number: 'TL-1007' });
    await says(ada, 'how long for order TL-1042?');
    await says(ada, 'I want to send it back, it is broken, write to new@home.example');
    const { form } = (await desk.store.findConversationOfVisitor('shop', ada.key)) ?? {};
    expect(form?.slots).toMatchObject({ order: { value: 'TL-1042' }, email: { value: 'new@home.example' } });
  });

  it('shows nothing of it to who only says that they are this customer', async () => {
    await customer({ number: 'TL-1007' });
    const change = { userId: 'c1', claims: { email: 'ada@home.example' } };
    const other = await desk.store.createVisitor(anonymous('shop', desk.ids.uuid(), change), desk.ids.token());
    const asked = await says(other, 'I want to send it back, it is broken');
    expect(asked.text).toContain('Which order?');
    expect(JSON.stringify(asked)).not.toContain('TL-1007');
  });
});

describe('somebody who has said before who they are', () => {
  it('is not asked again by another form, also when the first was cancelled', async () => {
    const visitor = await newcomer();
    await says(visitor, 'I want to send it back, TL-1042 is broken, a@b.example');
    await says(visitor, 'cancel');
    await says(visitor, 'I want to send it back, it is too small');
    const { form } = (await desk.store.findConversationOfVisitor('shop', visitor.key)) ?? {};
    expect(form?.slots).toMatchObject({
      order: { value: 'TL-1042', from: 'known' },
      email: { value: 'a@b.example', from: 'known' },
    });
  });

  it('is not asked again a month later, for the address is theirs', async () => {
    const visitor = await newcomer();
    await says(visitor, 'I want to send it back, TL-1042 is broken, a@b.example');
    await says(visitor, 'skip');
    await says(visitor, 'Send', 'solodesk.form.send');
    desk.clock.advance(30 * DAY);
    await says(visitor, 'I want to send it back, it is too small');
    const { form } = (await desk.store.findConversationOfVisitor('shop', visitor.key)) ?? {};
    expect(form?.slots['email']).toEqual({ value: 'a@b.example', from: 'known' });
    expect(form?.slots['order']).toBeUndefined();
  });
});

describe('the ticket of a request', () => {
  const sendReturn = async (visitor: Visitor, order: string, email: string) => {
    await says(visitor, `I want to send it back, ${order} is broken, ${email}`);
    await says(visitor, 'skip');
    return says(visitor, 'Send', 'solodesk.form.send');
  };

  it('belongs to the customer who is signed in, who counts as one that pays', async () => {
    const ada = await customer({ number: 'TL-1007', total: 8_900, currency: 'EUR', status: 'delivered' });
    await sendReturn(ada, 'TL-1007', 'else@where.example');
    expect(await contactOf(await ticket())).toMatchObject({ id: 'c1', email: 'ada@home.example' });
    expect((await ticket()).reasons.map(({ name }) => name)).toContain('paying');
    const { contactKey } = await ticket();
    expect(await desk.store.ticketsOfContact('shop', contactKey ?? 0, 5)).toEqual([await ticket()]);
  });

  it('belongs to the buyer, whoever knows the number of the order and its address', async () => {
    await customer({ number: 'TL-1007', total: 8_900, currency: 'EUR', status: 'delivered' });
    await sendReturn(await newcomer(), 'TL-1007', 'ada@home.example');
    expect(await contactOf(await ticket())).toMatchObject({ id: 'c1', verified: true });
    expect((await ticket()).reasons.map(({ name }) => name)).toContain('paying');
  });

  it('belongs to a contact of the visitor alone where only an address is known', async () => {
    await customer({ number: 'TL-1007', total: 8_900, currency: 'EUR', status: 'delivered' });
    await sendReturn(await newcomer(), 'TL-1009', 'ada@home.example');
    expect(await contactOf(await ticket())).toMatchObject({ verified: false, email: 'ada@home.example' });
    expect((await ticket()).reasons.map(({ name }) => name)).not.toContain('paying');
  });

  it('belongs to nobody until they say how they can be reached', async () => {
    Object.assign(desk, { here: false });
    const visitor = await newcomer();
    await says(visitor, 'a person please');
    expect((await ticket()).contactKey).toBeNull();
    await says(visitor, 'it is about my parcel, write to bo@b.example');
    expect(await ticket()).toMatchObject({ contact: { email: 'bo@b.example' } });
    expect(await contactOf(await ticket())).toMatchObject({ email: 'bo@b.example', verified: false });
  });
});
