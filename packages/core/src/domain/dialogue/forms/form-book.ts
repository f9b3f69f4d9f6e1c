import type { Form } from './form.ts';
import { COMPLAINT_FORM } from '../../complaint/complaint-form.ts';
import { CONTACT_FORM } from './contact-form.ts';

/** The forms of one site, found by name and by the intents that start them. */
export interface FormBook {
  readonly byName: ReadonlyMap<string, Form>;
  readonly byIntent: ReadonlyMap<string, Form>;
  /** Those that the answer of an FAQ offers besides. */
  readonly offered: ReadonlyMap<string, readonly Form[]>;
}

/** Made once for each reading of a site: every message asks for it. */
const known = new WeakMap<readonly Form[], FormBook>();

/** A site's forms, and those that every site has, unless the site has its own of that name. */
export function formBook(forms: readonly Form[]): FormBook {
  let book = known.get(forms);
  if (book === undefined) {
    book = {
      byName: new Map([CONTACT_FORM, complaintForm(forms), ...forms].map((form) => [form.name, form])),
      byIntent: new Map(forms.flatMap((form) => form.startedBy.map((intent) => [intent, form]))),
      offered: offeredUnder(forms),
    };
    known.set(forms, book);
  }
  return book;
}

/** A site whose own forms want an order nowhere has none to ask for; one without forms says nothing about it. */
function complaintForm(forms: readonly Form[]): Form {
  const sells = forms.length === 0 || forms.some(({ slots }) => slots.some(({ type }) => type === 'order'));
  return sells
    ? COMPLAINT_FORM
    : { ...COMPLAINT_FORM, slots: COMPLAINT_FORM.slots.filter(({ type }) => type !== 'order') };
}

function offeredUnder(forms: readonly Form[]): Map<string, Form[]> {
  const offered = new Map<string, Form[]>();
  for (const form of forms) {
    for (const intent of form.offeredUnder ?? []) offered.set(intent, [...(offered.get(intent) ?? []), form]);
  }
  return offered;
}
