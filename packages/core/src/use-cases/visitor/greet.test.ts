import { beforeEach, describe, expect, it } from '@jest/globals';
import { anonymous } from '../../testing/contract/stage.ts';
import { createTestDesk } from '../../testing/test-desk.ts';
import type { TestDesk } from '../../testing/test-desk.ts';
import type { Visitor } from '../../domain/visitor.ts';
import { setStateOfTicket } from '../tickets/act-on-ticket.ts';
import { greetingsFor } from './greet.ts';
import { receiveVisitorMessage } from '../conversation/receive-visitor-message.ts';

const MINUTE = 60_000;

describe('who comes back', () => {
  let desk: TestDesk;
  let visitor: Visitor;
  beforeEach(async () => {
    desk = Object.assign(createTestDesk(), { here: false });
    desk.site.greeting = {
      en: {
        ...{ text: 'Hello!', quickReplies: [] },
        variants: [
          {
            when: { returning: true, ticket: true },
            ...{ text: 'Welcome back; “{{subject}}” ({{ticket}}) is on its way.', quickReplies: [] },
          },
        ],
      },
      zh: { text: '您好！', quickReplies: [] },
    };
    visitor = await desk.store.createVisitor(anonymous('shop', 'v-1', { createdAt: desk.clock.now() }), 'hash');
  });
  const greeted = async () =>
    greetingsFor(desk, desk.site, visitor, await desk.store.findConversationOfVisitor('shop', visitor.key));
  const leavesRequest = () =>
    receiveVisitorMessage(desk, visitor, { text: 'My vase is cracked', clientId: 'k1', intent: 'solodesk.person' });

  it('is told how their open request stands, once they were away for half an hour', async () => {
    await leavesRequest();
    const { subject } = (await desk.store.findTicketByNumber('shop', 1))!;
    desk.clock.advance(29 * MINUTE);
    expect(await greeted()).toEqual({
      texts: { en: { text: 'Hello!', quickReplies: [] }, zh: { text: '您好！', quickReplies: [] } },
      back: false,
    });
    desk.clock.advance(2 * MINUTE);
    expect(await greeted()).toMatchObject({
      texts: { en: { text: `Welcome back; “${subject}” (SHOP-T1) is on its way.` }, zh: { text: '您好！' } },
      back: true,
    });
  });

  it('is greeted as everybody is once the request is settled', async () => {
    await leavesRequest();
    await setStateOfTicket(desk, { site: 'shop', number: 1, by: { kind: 'owner', name: 'Mara' } }, 'solved');
    desk.clock.advance(60 * MINUTE);
    expect(await greeted()).toMatchObject({ texts: { en: { text: 'Hello!' } }, back: false });
  });

  it('is not asked about at all where the greeting is the same for everybody', async () => {
    desk.site.greeting = { en: { text: 'Hello!', quickReplies: [] } };
    expect(await greeted()).toBeNull();
  });
});
