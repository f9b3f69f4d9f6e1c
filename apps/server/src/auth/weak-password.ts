/** Rows of keys, and runs, that come first to mind; each also backwards. */
const RUNS = [
  '0123456789012345',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiopasdfghjklzxcvbnm',
  'qwertzuiopasdfghjklyxcvbnm',
];
const FEWEST_CHARACTERS = 5;

/** Whether a password would be among the first guesses: a few characters over and over, a run of keys, or one's own name. */
export function isWeakPassword(password: string, account: { email: string; name: string }): boolean {
  const plain = password.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
  if (new Set(plain).size < FEWEST_CHARACTERS) return true;
  const backwards = [...plain].reverse().join('');
  if (RUNS.some((run) => run.includes(plain) || run.includes(backwards))) return true;
  const [mailbox = ''] = account.email.toLowerCase().split('@');
  const own = [account.email.toLowerCase(), mailbox, account.name.toLowerCase().replace(/\s+/g, '')];
  return own.some((word) => word !== '' && plain.replaceAll(word, '').length < FEWEST_CHARACTERS);
}
