import type { BotReply } from '../conversation/bot-commands.ts';
import { BUILT_IN } from '../faq.ts';
import { choiceAmongOffered } from './answers/offered-choice.ts';
import { withArticle } from './answers/point-to-article.ts';
import { settle } from './answers/settled-answer.ts';
import { nearestQuestions, suggestion } from './answers/suggestion.ts';
import { aboutOrder } from './details/about-order.ts';
import { bareDetail } from './details/bare-detail.ts';
import { barePhone } from './details/bare-phone.ts';
import { bareTime } from './details/bare-time.ts';
import { besideMoment } from './details/beside-moment.ts';
import { askedLanguage } from './other-languages/asked-language.ts';
import { japanese, otherLanguage } from './other-languages/other-language.ts';
import { callBack } from './person/call-back.ts';
import { callsOut } from './person/calls-out.ts';
import { noHelp } from './person/no-help.ts';
import { ownerByName } from './person/owner-by-name.ts';
import { unsure } from './person/person.ts';
import { anythingInColour } from './products/anything-in-colour.ts';
import { whatGoesWith } from './products/offers.ts';
import { productFacts, productLikelyMeant } from './products/product-answer.ts';
import { announcedQuestion } from './questions/announced-question.ts';
import { followUpQuestion } from './questions/follow-up-question.ts';
import { placePointedAt } from './questions/place-pointed-at.ts';
import { moreOfIt } from './questions/more-of-it.ts';
import { questionAmongTold } from './questions/question-among-told.ts';
import { questionOfLetter } from './questions/question-of-letter.ts';
import { isQuestionWord, questionWord } from './questions/question-word.ts';
import { runOnQuestion } from './questions/run-on-question.ts';
import { severalQuestions } from './questions/several-questions.ts';
import { toldAndAsked } from './questions/told-and-asked.ts';
import { commandedForm } from './requests/commanded-form.ts';
import { existingBooking } from './requests/existing-booking.ts';
import { complain } from './requests/complain.ts';
import { fittingForm } from './requests/fitting-form.ts';
import { openForm } from './requests/form-turn.ts';
import { invitedWords } from './requests/invited-words.ts';
import { requestBeside, requestInAClause, severalRequests } from './requests/several-requests.ts';
import { addedToTicket, ticketInHand } from './requests/ticket-in-hand.ts';
import { titledForm } from './requests/titled-form.ts';
import { choiceTold, detailsTold } from './requests/told-choice.ts';
import { toldMore } from './requests/told-more.ts';
import { withdrawRequest } from './requests/withdraw-request.ts';
import { apology } from './small-talk/apology.ts';
import { bareNod } from './small-talk/bare-nod.ts';
import { offTopic } from './small-talk/off-topic.ts';
import { justAsked } from './small-talk/just-asked.ts';
import { kindWords } from './small-talk/kind-words.ts';
import { insultOfBot, slangInsult } from './small-talk/slang-insult.ts';
import { isSmallTalk } from './small-talk/small-talk.ts';
import { wordlessMessage } from './small-talk/wordless-message.ts';
import { botTexts } from './texts/voiced-texts.ts';
import { offering, stillKnown } from './dialogue-context.ts';
import { Turn } from './turn.ts';
import type { ReplyInput, Step } from './turn.ts';

/**
 * The order of the decision: the first step that has an answer gives it. Red flags are not among them: they are raised
 * before any of this, with the message itself (`receiveVisitorMessage`). A step is one file, in the folder of what it reads in a message:
 * `questions`, `requests` (what begins a form, a ticket or a complaint), `details` (an order, a time, a number to call), `products`,
 * `small-talk`, `person` (who is wanted), `other-languages`. `answers` has what an FAQ says, `texts` what the bot says by itself; `forms`
 * knows nothing of a turn.
 *
 * Nearly every message goes through all of them: for nearly all a step has to end after one cheap test (a length, an expression that looks
 * at beginnings of words, what `Turn` has found out already). Understanding, looking for dates or splitting come after it (`bench -- reply`).
 */
const STEPS: readonly Step[] = [
  openForm,
  pressedButton,
  wordlessMessage,
  japanese,
  apology,
  // "Cancel my complaint" is none.
  withdrawRequest,
  insultOfBot,
  complain,
  slangInsult,
  kindWords,
  choiceAmongOffered,
  bareDetail,
  aboutOrder,
  titledForm,
  existingBooking,
  askedLanguage,
  ownerByName,
  whatGoesWith,
  bareNod,
  justAsked,
  announcedQuestion,
  productFacts,
  anythingInColour,
  severalRequests,
  noHelp,
  fittingForm,
  detailsTold,
  severalQuestions,
  questionWord,
  placePointedAt,
  followUpQuestion,
  bareTime,
  barePhone,
  toldAndAsked,
  questionOfLetter,
  moreOfIt,
  toldMore,
  sureAnswer,
  besideMoment,
  callsOut,
  callBack,
  requestInAClause,
  commandedForm,
  runOnQuestion,
  questionAmongTold,
  choiceTold,
  productLikelyMeant,
  otherLanguage,
  offTopic,
  addedToTicket,
  invitedWords,
  suggestionOrManual,
  ticketInHand,
  nearestQuestions,
  // It always has an answer.
  unsure,
];

/** Sure: answers. Between: asks "did you mean". Unsure: says so and offers a person; twice unsure, or asked: hands off. */
export function decideReply(input: ReplyInput): BotReply {
  const [decided] = decideReplies([input]);
  if ('fault' in decided!) throw decided.fault;
  return decided!.reply;
}

/** What failed fails for itself alone. */
export type Decided = { readonly reply: BotReply } | { readonly fault: unknown };

/**
 * The same for several messages, in their order. Each step looks at all of them before the next one does: of a step's code and a message, the
 * code is what the processor's caches had lost by the time that it was needed again (`bench -- reply`).
 */
export function decideReplies(inputs: readonly ReplyInput[]): Decided[] {
  const decided = new Array<Decided>(inputs.length);
  let open = inputs.map((input, place) => ({ input, place, turn: null as Turn | null }));
  for (const step of STEPS) {
    const left: typeof open = [];
    for (const one of open) {
      try {
        one.turn ??= turnOf(one.input);
        const reply = step(one.turn);
        if (reply === null) left.push(one);
        else decided[one.place] = { reply: withContext(one.turn, reply) };
      } catch (fault) {
        decided[one.place] = { fault };
      }
    }
    open = left;
  }
  return decided;
}

function turnOf(input: ReplyInput): Turn {
  return new Turn(input, botTexts(input.voice, input.locale), stillKnown(input.context, input.now));
}

/** A button settles what was meant, whatever the words; one that means nothing any more leaves it to them. */
function pressedButton(turn: Turn): BotReply | null {
  const { pressed } = turn.input;
  return pressed === undefined ? null : settle(turn, pressed, [{ intent: pressed, confidence: 1 }]);
}

/** An order's number, an address: three digits or more, or an `@`. */
const NAMES = /\d{3}|[@＠]/;

function sureAnswer(turn: Turn): BotReply | null {
  const { sure } = turn;
  if (sure === null) return null;
  // "Hi, return for TL-1042, thanks" is no thank-you: whoever names an order or an address wants something.
  if (isSmallTalk(sure.intent) && (NAMES.test(turn.input.text) || isQuestionWord(turn))) return null;
  // "I want to enrol, I'm a beginner": the first thing that is asked for counts, not what the rest tells about it.
  const isOfForm = turn.input.formBook?.byIntent.has(sure.intent) === true;
  const request = isOfForm ? requestInAClause(turn) : requestBeside(turn);
  return request ?? settle(turn, sure.intent, turn.guesses);
}

/** "Did you mean", and the manual that may help. */
function suggestionOrManual(turn: Turn): BotReply | null {
  const { articles, unsureStreak } = turn.input;
  const reply = withArticle(suggestion(turn), articles, turn.texts, { unsureStreak, guesses: turn.guesses });
  if (reply?.reason.kind !== 'pointed') return reply;
  return { ...reply, context: offering(turn.context, [BUILT_IN.person], turn.input.now) };
}

/** What was offered counts for the next message only. */
function withContext(turn: Turn, reply: BotReply): BotReply {
  if (turn.outOfScope) reply.reason.outOfScope = true;
  // A form whose file is gone is gone.
  const { form, formBook } = turn.input;
  if (form && formBook && !formBook.byName.has(form.form)) reply.form = null;
  if (reply.context !== undefined) return reply;
  const { context } = turn;
  if (context !== null && context.offered.length > 0) reply.context = { ...context, offered: [] };
  // What is too old to count need not be kept either.
  else if (context === null && turn.input.context !== null) reply.context = null;
  return reply;
}
