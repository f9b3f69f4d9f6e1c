import { subjectOf, ticketName } from '@solodesk/core';
import type { Store } from '@solodesk/core';
import { openTicket } from '@solodesk/core/use-cases';
import type { Desk } from '@solodesk/core/use-cases';
import { Router } from 'express';
import { z } from 'zod';
import { WireFault } from '../../realtime/wire-error.ts';
import { parse } from './console-api.ts';
import { ownDesk } from './site-access.ts';
import type { SiteAccess } from './site-access.ts';

/** Longest text of a ticket, in UTF-16 units. */
const LONGEST = 4000;
const schema = z.object({ conversation: z.uuid(), text: z.string().trim().min(1).max(LONGEST) });
const LABEL = { en: 'Message', zh: '内容' } as const;

/** A ticket by the owner's hand, of words in a conversation that the bot made none of. */
export function consoleTicketApi(
  options: SiteAccess & { store: Pick<Store, 'isMember' | 'findAccount'>; desk: Desk },
): Router {
  const { desk, store } = options;
  const router = Router();
  router.post('/tickets/:site', async (request, response) => {
    const { site, account } = await ownDesk(options, request);
    const { conversation: id, text } = parse(schema, request.body);
    const row = await desk.store.findConversation(site.id, id);
    if (row === null) throw new WireFault('not_found', 'no such conversation');
    const { conversation, visitor } = row;
    const contact = await desk.store.contactOfVisitor(site.id, visitor.key);
    const person = await store.findAccount(account);
    const locale = visitor.locale;
    const draft = {
      ...{ category: 'general', form: null, subject: subjectOf(text), missing: [], locale },
      details: [{ slot: 'text', label: LABEL[locale], value: text, sensitive: false }],
      contact: {
        ...(contact?.name && { name: contact.name }),
        ...(contact?.email && { email: contact.email }),
        ...(contact?.phone && { phone: contact.phone }),
      },
    };
    const ticket = await openTicket(desk, site, draft, {
      ...{ by: { kind: 'owner', name: person?.name ?? site.ownerName }, contact, dueAt: null, acknowledge: false },
      conversationKey: conversation.key,
    });
    response.json({ number: ticket.number, name: ticketName(site.ticketPrefix, ticket.number) });
  });
  return router;
}
