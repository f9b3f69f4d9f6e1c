/** How the owner is reached when not at the desk. */
export const enReach = {
  title: 'Notifications',
  text: 'When a visitor waits for you: a push at once, and a mail after a few minutes if you have not answered.',
  push: 'Push on this device',
  pushHint:
    'Also while the console is closed. Your browser will ask whether this page may show notifications. The text travels encrypted: only this device can read it.',
  pushOn: 'On. A click on a notification opens the conversation.',
  pushDenied:
    'The browser blocks notifications for this page. Allow them in the settings beside its address, and reload.',
  pushDismissed: 'The browser’s question was left unanswered. Press the button again, and choose “Allow”.',
  pushUnsupported:
    'This browser knows no pushes, or only on https. On an iPhone, first add this page to the home screen.',
  pushRefused: (reason: string) => `The browser’s push service refused: ${reason}`,
  turnOn: 'Turn on',
  turnOff: 'Turn off',
  testPush: 'Send a test push',
  devices: 'Other devices that get pushes',
  since: (date: string) => `since ${date}`,
  removeDevice: (label: string) => `Stop pushes to ${label}`,
  mail: 'Mails',
  noServer: 'No mail server is set up, so no mails are sent.',
  noServerHint: 'Start the server with SMTP_URL and MAIL_FROM; the README says how.',
  mailOn: 'Mail me when a visitor waits and I have not answered',
  address: 'Address',
  addressHint: (email: string) => `Left empty: ${email}`,
  addressWrong: 'Please write a full e-mail address.',
  from: (address: string) => `Mails come from ${address}.`,
  language: 'Language of mails and pushes',
  asSite: 'As the site',
  saved: 'Saved.',
  testMail: 'Send a test mail',
  testing: 'Sending…',
  outcome: {
    mail: 'The mail server has taken it. If nothing arrives, look into the spam folder.',
    push: 'The push service has taken it. If nothing appears, your system holds it back.',
    gone: 'This device is not subscribed any more. Turn pushes on again.',
    failed: (reason: string) => `Refused: ${reason}`,
  },
  failures: 'What could not be delivered',
  noFailures: 'Everything was delivered.',
  failed: {
    owner_mail: 'Mail',
    owner_push: 'Push',
  },
  attempts: (n: number) => (n === 1 ? 'tried once' : `tried ${n} times`),
  openConversation: 'Open the conversation',
  dismiss: 'Dismiss',
};

export type ReachTexts = typeof enReach;
