const many = (count: number, one: string, more = `${one}s`) => `${count} ${count === 1 ? one : more}`;

/** Signing in, setting up, settings, FAQs. */
export const enAccount = {
  signIn: {
    title: 'Sign in',
    email: 'E-mail',
    password: 'Password',
    submit: 'Sign in',
    wrong: 'E-mail or password is wrong.',
    needsSetup: 'This desk is not set up yet',
    needsSetupText: 'Open the one-time set-up link that the server printed in its terminal when it started.',
    forgotten: 'Forgot your password? Run this on the server; it prints a new link:',
    tagline: 'Your desk for visitors, the bot and you.',
  },
  setup: {
    title: 'Welcome to your desk',
    text: 'Choose how you sign in. It takes a minute.',
    name: 'Your name',
    nameHint: 'Visitors read it when you answer.',
    email: 'E-mail',
    password: 'Password',
    passwordHint: 'At least 10 characters. A few unrelated words are easy to keep in mind.',
    submit: 'Create my desk',
    checking: 'Checking the link…',
    badLink: 'This set-up link is used up or wrong',
    badLinkText:
      'It works once. Start the server again, or run “npm run -s solodesk -- owner reset” there, and it prints a new one.',
    toSignIn: 'Go to sign-in',
    show: 'Show',
    hide: 'Hide',
    strength: {
      trivial: 'Too easy to guess',
      short: (missing: number) => `${many(missing, 'character')} missing`,
      weak: 'Easy to guess: a longer one is better',
      fair: 'Good',
      strong: 'Strong',
    },
    tooEasy:
      'This is too easy to guess. No blanks alone, no repeated characters, no runs like 1234567890 or qwertyuiop, and not your e-mail address.',
    emailWrong: 'Please write a full e-mail address.',
    nameMissing: 'Please write your name.',
  },
  settings: {
    title: 'Settings',
    account: 'Account',
    signOut: 'Sign out',
    browser: 'This browser',
    language: 'Language of the console',
    sound: 'Sound for new messages',
    testSound: 'Play',
    notifications: 'Desktop notifications',
    enable: 'Allow notifications',
    disable: 'Turn off',
    on: 'on',
    test: 'Send a test notification',
    testSent: 'Sent. If nothing appears, your system holds it back.',
    testFailed: 'The browser did not show it.',
    testNeeds: 'A test can be sent once notifications are allowed.',
    dismissed: 'The browser’s question was left unanswered. Press the button again, and choose “Allow”.',
    denied:
      'The browser blocks them for this page, so no test can be sent. To allow them: press the icon to the left of the address, set Notifications to “Allow”, and reload the page.',
    unsupported: 'This browser does not know them, or only on https.',
    sites: 'Your sites',
    change: 'Change',
    secret: 'Secret for signed identities',
    secretHint: 'Your own server signs the user id with it (HMAC-SHA256, hex) for setUser. Never put it into a page.',
    pending: 'Some replies were not sent yet. Sign out and delete them?',
    faqCount: (n: number) => many(n, 'FAQ'),
  },
};

export type AccountTexts = typeof enAccount;
