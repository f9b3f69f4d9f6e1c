/** Puts the focus on the first field of a form that is wrong, else on the first one beside what is said to be wrong. */
export function focusFault(form: HTMLElement | null): void {
  const beside = form?.querySelector('.field-error')?.closest('fieldset, .field, form');
  const field =
    form?.querySelector<HTMLElement>('[aria-invalid="true"]') ??
    beside?.querySelector<HTMLElement>('input, textarea, select');
  field?.focus();
}
