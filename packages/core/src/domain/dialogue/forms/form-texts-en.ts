import type { FormTexts } from './form-texts.ts';

export function englishFormTexts(): FormTexts {
  return {
    send: 'Send',
    change: 'Change something',
    cancel: 'Cancel',
    skip: 'Skip this',
    leaveOut: 'Go on without it',
    goOn: 'Go on',
    restart: 'Start again',
    talkToPerson: 'Talk to a person',
    noted: (details) => `I've noted:\n${details}`,
    added: "I've added that.",
    fileCame: 'Thank you, I have your file.',
    summary: (title) => `${title} – this is what I would send:`,
    shallISend: 'Shall I send it?',
    shallIDo: (title) => `${title}: shall I go on?`,
    doIt: 'Yes, please',
    nothingKnown: '(nothing yet)',
    leftOut: (labels) => `Left out: ${labels}`,
    sendOrChange: 'Please say "send", "change the …" or "cancel".',
    confirmExplained:
      'I hold your request ready and send it only when you say "send". To correct something, say for example "change the e-mail". Or I can get a person for you.',
    whatToChange: 'What shall I change?',
    changeUnknown: "I don't know which detail that is. Please choose one:",
    changed: (label, value) => `Changed. ${label}: ${value}`,
    invalid: (type, trouble, about) => INVALID[trouble]?.(about) ?? EXAMPLES[type],
    invalidAgain: (label) =>
      `I'm sorry, I still can't read that as "${label}". Please try once more, or say "skip" or "cancel".`,
    unknown: (label) => `I can't tell you that, but a person can. Shall I get one, or do we go on with "${label}"?`,
    angered: (label) =>
      `I'm sorry that this is so much trouble. I can get a person for you${label === null ? '.' : `, or we go on with "${label}".`}`,
    explained: (label, purpose) =>
      `I ask for "${label}" ${purpose}, but I can't read it in your answers. I can get a person for you, or we go on without it.`,
    heard: (label, purpose) => `I hear you. I only ask for "${label}" ${purpose}; a person can help you without it.`,
    wanted: (label, purpose) =>
      `I ask for "${label}" ${purpose}. If you would rather not say, we can go on without it.`,
    stillWanted: (label, purpose) =>
      `We are not done yet: I still need "${label}" ${purpose}. If you would rather not say, we can go on without it.`,
    because: (label, purpose) => `I ask for "${label}" ${purpose}.`,
    goesWithout: (label) => `All right, we go on without "${label}".`,
    firstQuestion: 'This is the first question.',
    fromTheStart: "All right, from the beginning. I've forgotten what you told me for it.",
    cancelledButKept: (title) =>
      `All right, I'll ask no more. What you told me is kept (${title}), and you will have an answer.`,
    cancelled: (title) => `All right, I've cancelled that (${title}). Nothing was sent. Is there anything else?`,
    putAside: (title) => `I've put this aside (${title}); nothing was sent. Just say so when you want to begin again.`,
    resume: (title, details) =>
      `We are not done yet with: ${title}. What I have so far:\n${details}\nShall we go on with it?`,
    resumeAgain: (title) => `Shall we go on with it (${title})? Please say "yes", or "cancel".`,
    next: (title) => `I'll see to that right after this: ${title}.`,
    nothingOpen: 'That has been sent or cancelled already; nothing is open now. What can I do for you?',
    leaveMessage: 'Leave a message',
    sent: "Thank you, I've sent your request. You will hear from us.",
    shortly: (label) => `${label}?`,
    bullet: (label, value) => `• ${label}: ${value}`,
  };
}

const EXAMPLES: Record<Parameters<FormTexts['invalid']>[0], string> = {
  text: "I couldn't find an answer in that. Please tell me in a few words.",
  choice: 'Please choose one of these, or say it in similar words:',
  email: 'That does not look like an e-mail address. It should look like name@example.com.',
  phone: 'That does not look like a telephone number. Please write it with its country code, such as +44 20 7946 0958.',
  date: 'I could not find a day in that. Please write it like "3 December" or "next Tuesday".',
  order: 'I could not find an order number in that. It stands in your confirmation mail.',
  amount: 'I could not find an amount in that. Please write it like "25.90".',
  product: 'I could not find a product in that. Please write its name.',
  file: 'Please choose a file with the paperclip below, paste it or drop it here. If you have none, say "skip".',
};

const INVALID: Partial<
  Record<Parameters<FormTexts['invalid']>[1], (about: Parameters<FormTexts['invalid']>[2]) => string>
> = {
  short: () => 'That is a little short. Please say a bit more.',
  long: ({ limit }) => `That is too long for me: at most ${limit} characters, please.`,
  early: ({ from }) => `That day is too early. It can be ${from} at the earliest.`,
  late: ({ to }) => `That day is too late. It can be ${to} at the latest.`,
  birth: () => 'Please write the day, month and year of birth, such as "12 May 1985".',
  year: () => 'And in which year?',
  time: () => 'Please tell me the day and the time together, such as "3 December, 10:00".',
};
