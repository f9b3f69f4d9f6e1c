import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TicketSummary } from '@solodesk/protocol/owner';
import { postToConsole } from '../../testing/owner.ts';
import type { Owner } from '../../testing/owner.ts';
import { startDesk } from '../../testing/start-desk.ts';
import type { TestDesk } from '../../testing/start-desk.ts';

describe('a ticket of words in a conversation', () => {
  let desk: TestDesk;
  let owner: Owner;
  beforeAll(async () => {
    desk = await startDesk({ sites: { shop: {}, bakery: {} } });
    owner = await desk.console();
  });
  afterAll(() => desk.end());
  const make = (body: object, site = 'shop', cookie = owner.cookie) =>
    postToConsole(desk.url, `/tickets/${site}`, body, cookie);

  it('belongs to the conversation, says who made it, and is told to every console', async () => {
    const visitor = await desk.visit();
    const { conversation } = await visitor.mustSay('My <b>vase</b> has a crack');
    const response = await make({ conversation, text: '  My <b>vase</b> has a crack ' });
    expect(response.status).toBe(200);
    const { number, name } = (await response.json()) as { number: number; name: string };
    expect(name).toBe(`SHOP-T${number}`);
    await owner.heard.until<{ ticket: TicketSummary }>('ticket', ({ ticket }) => ticket.number === number);
    const { tickets } = await owner.must('tickets', { conversation, filter: 'all' });
    expect(tickets).toMatchObject([{ number, subject: 'My <b>vase</b> has a crack', state: 'new' }]);
    const read = await owner.must('ticket', { number });
    expect(read.ticket.history).toMatchObject([{ by: { kind: 'owner' }, what: { type: 'made' } }]);
    expect(JSON.stringify(read.ticket)).toContain('crack');
  });

  it.each<['en' | 'zh', string]>([
    ['en', 'This is the worst service I have ever had, I want to complain: the vase came in pieces!'],
    ['zh', '我要投诉，花瓶寄到的时候已经碎了，太过分了！'],
  ])('is scored at once for the complaint that stands in them, and has its deadline (%s)', async (locale, text) => {
    const visitor = await desk.visit({ locale });
    const { conversation } = await visitor.mustSay('Hello');
    const { number } = (await (await make({ conversation, text })).json()) as { number: number };
    const made = await owner.heard.until<{ ticket: TicketSummary }>('ticket', ({ ticket }) => ticket.number === number);
    expect(made.ticket.priority).toBeGreaterThanOrEqual(20);
    const { ticket } = await owner.must('ticket', { number });
    expect(ticket.reasons.map(({ name }) => name)).toContain('complaint');
    expect(ticket.dueAt).toBeGreaterThan(Date.now());
    expect(ticket.complaint).not.toBeNull();
  });

  it('is no complaint where nobody complains', async () => {
    const visitor = await desk.visit();
    const { conversation } = await visitor.mustSay('Hello');
    const { number } = (await (await make({ conversation, text: 'Please send 12 bowls to Graz' })).json()) as {
      number: number;
    };
    const { ticket } = await owner.must('ticket', { number });
    expect(ticket.complaint).toBeNull();
    expect(ticket.dueAt).toBeNull();
  });

  it('is made of no other site’s words, of none at all, and by nobody from outside', async () => {
    const visitor = await desk.visit();
    const { conversation } = await visitor.mustSay('Hello');
    expect((await make({ conversation, text: 'x' }, 'bakery')).status).toBe(404);
    expect((await make({ conversation: crypto.randomUUID(), text: 'x' })).status).toBe(404);
    expect((await make({ conversation, text: '   ' })).status).toBe(400);
    expect((await make({ conversation, text: 'x' }, 'shop', '')).status).toBe(401);
  });
});
