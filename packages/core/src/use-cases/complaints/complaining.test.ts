import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Visitor } from '../../domain/visitor.ts';
import { phraseFrom } from '../../domain/words/phrase.ts';
import { anonymous } from '../../testing/contract/stage.ts';
import { createFormDesk } from '../../testing/form-desk.ts';
import { createTestDesk } from '../../testing/test-desk.ts';
import type { TestDesk } from '../../testing/test-desk.ts';
import { receiveVisitorMessage } from '../conversation/receive-visitor-message.ts';
import { offerRemedy } from './settle-complaint.ts';
import { rescoreDueTickets } from '../tickets/rescore-tickets.ts';

const HOUR = 3_600_000;
const BITTER = 'This is unacceptable, the vase was broken';

describe('somebody who complains', () => {
  let desk: TestDesk;
  let visitor: Visitor;

  beforeEach(async () => {
    desk = createTestDesk();
    visitor = await desk.store.createVisitor(anonymous('shop', 'v-1'), 'hash');
  });

  const says = async (text: string) => {
    await receiveVisitorMessage(desk, visitor, { text, clientId: desk.ids.uuid() });
    const found = await desk.store.findConversationOfVisitor('shop', visitor.key);
    const log = await desk.store.readLog(found?.key ?? 0, { limit: 50 });
    const said = log.map(({ entry }) => entry).filter(({ type }) => type === 'bot_message');
    return { form: found?.form ?? null, bot: said.map((entry) => ('text' in entry ? entry.text : '')).at(-1) ?? '' };
  };
  const tickets = () => desk.store.tickets('shop', { filter: 'all', limit: 9 });

  it('has a ticket with a deadline at once, whatever they do next', async () => {
    const { bot, form } = await says(BITTER);
    const at = desk.clock.now();
    expect(bot).toMatch(/^I'm very sorry about this\..*T\+16h/);
    expect(bot).toContain('SHOP-T1');
    expect(form).toMatchObject({ form: 'complaint', ticket: 1 });
    const [ticket] = await tickets();
    expect(ticket).toMatchObject({
      category: 'complaint',
      dueAt: at + 16 * HOUR,
      complaint: { warnAt: at + 12 * HOUR },
    });
    expect(ticket?.reasons.map(({ name }) => name)).toContain('complaint');
  });

  it('is scored with their mood once the sweep has read it', async () => {
    await says(`${BITTER}, I am furious`);
    await rescoreDueTickets(desk, () => '');
    const [ticket] = await tickets();
    expect(ticket?.reasons.map(({ name }) => name)).toEqual(['complaint', 'angry']);
    expect(ticket?.rescoreAt).toBe(desk.clock.now() + HOUR);
  });

  it('has one ticket, however long the talk about it', async () => {
    await says(BITTER);
    await says('skip');
    await says('it was a gift, I am fed up');
    const { bot } = await says('cancel');
    expect(bot).not.toContain('Nothing was sent');
    expect(await tickets()).toHaveLength(1);
  });

  it('has told all that they said, though they go away in the middle or cancel', async () => {
    await says(BITTER);
    await says('skip');
    await says('my money back and an apology');
    const details = async () => (await tickets())[0]?.details.map(({ slot, value }) => `${slot}: ${value}`);
    expect(await details()).toEqual([`details: ${BITTER}`, 'wish: my money back and an apology']);
    expect((await tickets())[0]).toMatchObject({ complaint: { verdict: null }, missing: ['email'] });
    await says('cancel');
    expect(await details()).toHaveLength(2);
  });

  it.each([
    ['Yes, I accept!', true],
    ['ok, thanks', true],
    ['that is not enough', false],
    ['不接受', false],
  ])('answers an offer with "%s" as with its button', async (words, accepted) => {
    await says(BITTER);
    await offerRemedy(desk, { site: 'shop', number: 1, ownerName: 'Mara' }, { text: 'A new vase.' });
    await says(words);
    expect((await tickets())[0]).toMatchObject({ state: 'open', complaint: { verdict: { accepted } } });
  });

  it('is offered at once what the policy allows and what fits, and has the deadline all the same', async () => {
    const remedies = [
      { name: 'new', text: { en: 'A new one.' }, label: { en: 'Replace it' }, atOnce: true as const, needs: ['order'] },
      { name: 'gift', text: { en: 'A voucher of 10 €.' }, atOnce: true as const, words: [phraseFrom('broken')] },
      { name: 'late', text: { en: 'Your postage back.' }, atOnce: true as const, words: [phraseFrom('late')] },
      { name: 'refund', text: { en: 'All of your money back.' } },
    ];
    desk = createFormDesk(undefined, []);
    desk.site.complaints = { ...desk.site.complaints, remedies };
    visitor = await desk.store.createVisitor(anonymous('shop', 'v-1'), 'hash');
    await says(BITTER);
    await says('order TL-1042');
    await says('I want a new one');
    await says('ada@home.example');
    const { bot } = await says('yes');
    expect(bot).toMatch(/What suits you best\?\n1\. A new one\.\n2\. A voucher of 10 €\.$/);
    const [offered] = await tickets();
    expect(offered).toMatchObject({ state: 'new', dueAt: expect.any(Number), complaint: { proposal: { by: null } } });
    const { bot: thanks } = await says('Replace it');
    expect(thanks).toBe('Thank you. A new one. Mara will see to it now.');
    expect((await tickets())[0]).toMatchObject({
      dueAt: offered?.dueAt,
      complaint: { warnAt: offered?.complaint?.warnAt, verdict: { accepted: true, chosen: { remedy: 'new' } } },
    });
  });

  it('answers no offer with a "yes" to something else', async () => {
    await says(BITTER);
    await offerRemedy(desk, { site: 'shop', number: 1, ownerName: 'Mara' }, { text: 'A new vase.' });
    await says('how long do I have to send it back?');
    await says('ok');
    expect((await tickets())[0]).toMatchObject({ complaint: { verdict: null } });
  });
});
