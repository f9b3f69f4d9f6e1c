import { localize } from '../../locale.ts';
import { draftTicket } from './draft-ticket.ts';
import type { FormDraft } from './form-draft.ts';
import { ASKING } from './form-state.ts';

/** The visitor said yes: the form becomes a ticket, or an action is run with it. */
export function sendForm(draft: FormDraft): void {
  const { form, texts, state, event } = draft;
  const own = localize(form.done, event.locale);
  if (form.end.kind === 'ticket') {
    draft.effect({ type: 'ticket', draft: draftTicket(form, state, event.locale) });
    return draft.end('sent', own ?? texts.sent);
  }
  draft.effect({ type: 'action', name: form.end.action, slots: state.slots });
  draft.set({ asking: ASKING.action, bad: 0 });
  if (form.unconfirmed && own === undefined) draft.unlead();
  draft.say(own ?? '', []);
}
