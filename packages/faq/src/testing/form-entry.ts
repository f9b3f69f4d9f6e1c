/** One slot as it stands in a file. */
export function slotEntry(name: string, more: object = {}) {
  return {
    name,
    type: 'text',
    label: { en: `The ${name}`, zh: `${name} 项` },
    prompt: { en: `Which ${name}?`, zh: `请提供 ${name}` },
    purpose: { en: `to know the ${name}`, zh: `用于了解 ${name}` },
    ...more,
  };
}

/** One form in English and Chinese, started by the FAQ `delivery.time`. */
export function formEntry(form: string, more: object = {}) {
  return {
    form,
    title: { en: `About ${form}`, zh: `关于 ${form}` },
    startedBy: ['delivery.time'],
    slots: [slotEntry('what'), slotEntry('email', { type: 'email' })],
    ...more,
  };
}
