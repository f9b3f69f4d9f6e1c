import type { ActionPayload } from '../../domain/action/action-payload.ts';
import type { ActionTexts } from '../../domain/action/action-texts.ts';
import { actionTexts } from '../../domain/action/voiced-action-texts.ts';
import type { Conversation } from '../../domain/conversation/conversation.ts';
import { draftTicket } from '../../domain/dialogue/forms/draft-ticket.ts';
import { formBook } from '../../domain/dialogue/forms/form-book.ts';
import type { FormState } from '../../domain/dialogue/forms/form-state.ts';
import type { Form, Slot } from '../../domain/dialogue/forms/form.ts';
import { BUILT_IN } from '../../domain/faq.ts';
import type { QuickReply } from '../../domain/faq.ts';
import type { Locale } from '../../domain/locale.ts';
import type { Site } from '../../domain/site.ts';
import type { TicketDetail, TicketDraft } from '../../domain/ticket/ticket-draft.ts';
import type { Visitor } from '../../domain/visitor.ts';
import type { ActionCaller } from '../../ports/action-caller.ts';
import type { Desk } from '../desk.ts';

/** A step of an action that is run: who wants it, and with what. */
export class ActionContext {
  readonly desk: Desk;
  readonly caller: ActionCaller;
  readonly site: Site;
  readonly conversation: Conversation;
  readonly visitor: Visitor;
  readonly payload: ActionPayload;
  readonly form: Form | null;
  readonly texts: ActionTexts;
  readonly now: number;

  constructor(of: {
    desk: Desk;
    caller: ActionCaller;
    site: Site;
    conversation: Conversation;
    visitor: Visitor;
    payload: ActionPayload;
  }) {
    ({
      desk: this.desk,
      caller: this.caller,
      site: this.site,
      conversation: this.conversation,
      visitor: this.visitor,
      payload: this.payload,
    } = of);
    const forms = this.desk.knowledge.of(this.site.id)?.forms ?? [];
    this.form = formBook(forms).byName.get(this.payload.form) ?? null;
    this.texts = actionTexts(this.locale, this.site.voice.address);
    this.now = this.desk.clock.now();
  }

  get locale(): Locale {
    return this.payload.locale;
  }

  /** The visitor's, else the site's. */
  get timeZone(): string {
    return this.conversation.timeZone ?? this.site.timeZone;
  }

  /** The value of the first slot of this type. */
  valueOf(type: Slot['type']): string | null {
    const slot = this.form?.slots.find((one) => one.type === type && this.payload.slots[one.name] !== undefined);
    return (slot && this.payload.slots[slot.name]?.value) ?? null;
  }

  /** The day that was wished for, and about when. */
  get wish(): { day: string; near?: string } | null {
    const slot = this.form?.slots.find(
      ({ name, type, isBirth }) => type === 'date' && !isBirth && this.payload.slots[name] !== undefined,
    );
    const said = slot && this.payload.slots[slot.name];
    return said === undefined ? null : { day: said.value.slice(0, 10), ...(said.near && { near: said.near }) };
  }

  slotOf(type: Slot['type']): Slot | null {
    return this.form?.slots.find((one) => one.type === type) ?? null;
  }

  get name(): string | null {
    const slot = this.form?.slots.find(({ isName }) => isName);
    return (slot && this.payload.slots[slot.name]?.value) ?? null;
  }

  get personButton(): QuickReply {
    return { label: this.texts.talkToPerson, intent: BUILT_IN.person };
  }

  /** What the form has collected, but for who it is and how to reach them. */
  get details(): TicketDetail[] {
    const { form } = this;
    const isPlain = (name: string) =>
      form?.slots.some(
        (slot) =>
          slot.name === name && !slot.isName && (slot.isBirth || !['email', 'phone', 'date'].includes(slot.type)),
      );
    return (this.ticket()?.details ?? []).filter(({ slot }) => isPlain(slot));
  }

  /** What the form has collected, as a request to a person. */
  ticket(category?: string): TicketDraft | null {
    if (this.form === null) return null;
    const { form, slots } = this.payload;
    const state: FormState = { form, slots, skipped: [], asking: null, bad: 0, prompts: {}, next: [], at: this.now };
    const draft = draftTicket(this.form, state, this.locale);
    return category === undefined ? draft : { ...draft, category };
  }
}
