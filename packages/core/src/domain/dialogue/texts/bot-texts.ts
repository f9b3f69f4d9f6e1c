/** What the bot says by itself. Short, warm, plain, and honest about being a bot. */
export interface BotTexts {
  /** Complete without the buttons under it: they go away when the visitor writes on. */
  didYouMean: string;
  noneOfThese: string;
  unsure: string;
  /** The same, above the questions that come nearest. */
  unsureButNear: string;
  mayHelp(title: string): string;
  talkToPerson: string;
  goOnWithBot: string;
  resumed: string;
  greeting: string;
  thanks: string;
  /** While a question is open: there is something else. */
  thanksBetween: string;
  goodbye: string;
  compliment: string;
  /** Said to an insult, and to an angry face: calm, and never a lecture. */
  insulted: string;
  annoyed: string;
  /** The answer was none to who got it. */
  noHelp: string;
  /** To who asks more of what was answered than the answer says. */
  toldAll: string;
  iAmABot: string;
  /** "What can you do?"; examples stand under it as buttons. */
  abilities: string;
  /** "Who made you?" */
  maker(business: string): string;
  /** Said to "tell me a joke", and to who asks for the weather. */
  offTopic(business: string): string;
  /** Said to who wants none of what was offered. */
  declined: string;
  /** Said to `???` and to a message without a word. */
  askBack: string;
  /** To who takes back how they said something. */
  apologised: string;
  /** The same while a form is open: its question follows. */
  apologisedBetween: string;
  /** A file without a word, where it belongs to nothing that is open. */
  fileCame: string;
  /** An order's number, an address or a time came alone, and nothing was asked. */
  orderNamed(order: string): string;
  detailNamed(detail: string): string;
  /** To who says that they have an appointment; what can be done with it stands under it. */
  aboutBooking: string;
  /** To who asks whether the bot speaks a language: those that it does, such as "English or Chinese". */
  languages(spoken: string): string;
  handoffHere(owner: string): string;
  handoffAway(owner: string, when: string): string;
  handoffUnsureHere(owner: string): string;
  handoffUnsureAway(owner: string, when: string): string;
  ownerSilent(owner: string, when: string): string;
  /** Before a word about when an answer comes: the day is a holiday. */
  closedFor(holiday: string): string;
  emergencyCall(number: string): string;
  /** To who asks on while nobody has come. */
  emergencyAgain(number: string): string;
  emergencyTold(owner: string): string;
  emergencyButton(number: string): string;
  /** Under what the bot did not understand: it may have been a cry for help. */
  inDanger(number: string): string;
}
