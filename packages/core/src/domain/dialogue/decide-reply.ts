import type { BotReply } from '../conversation/bot-commands.ts';
import { botTexts } from './voiced-texts.ts';
import { aboutOrder } from './about-order.ts';
import { announcedQuestion } from './announced-question.ts';
import { apology } from './apology.ts';
import { bareDetail } from './bare-detail.ts';
import { bareNod } from './bare-nod.ts';
import { barePhone } from './bare-phone.ts';
import { bareTime } from './bare-time.ts';
import { besideMoment } from './beside-moment.ts';
import { callBack } from './call-back.ts';
import { callsOut } from './calls-out.ts';
import { commandedForm } from './commanded-form.ts';
import { complain } from './complain.ts';
import { stillKnown } from './dialogue-context.ts';
import { fittingForm } from './fitting-form.ts';
import { openForm } from './form-turn.ts';
import { followUpQuestion } from './follow-up-question.ts';
import { invitedWords } from './invited-words.ts';
import { choiceAmongOffered } from './offered-choice.ts';
import { noHelp } from './no-help.ts';
import { offTopic } from './off-topic.ts';
import { japanese, otherLanguage } from './other-language.ts';
import { anythingInColour } from './products/anything-in-colour.ts';
import { whatGoesWith } from './products/offers.ts';
import { placePointedAt } from './place-pointed-at.ts';
import { productFacts, productLikelyMeant } from './products/product-answer.ts';
import { unsure, withPersonOffered } from './person.ts';
import { withArticle } from './point-to-article.ts';
import { settle } from './settled-answer.ts';
import { questionAmongTold } from './question-among-told.ts';
import { questionOfLetter } from './question-of-letter.ts';
import { isQuestionWord, questionWord } from './question-word.ts';
import { requestBeside, requestInAClause, severalRequests } from './several-requests.ts';
import { runOnQuestion } from './run-on-question.ts';
import { severalQuestions } from './several-questions.ts';
import { insultOfBot, slangInsult } from './slang-insult.ts';
import { isSmallTalk } from './small-talk.ts';
import { suggestion } from './suggestion.ts';
import { addedToTicket, ticketInHand } from './ticket-in-hand.ts';
import { titledForm } from './titled-form.ts';
import { toldAndAsked } from './told-and-asked.ts';
import { choiceTold, detailsTold } from './told-choice.ts';
import { Turn } from './turn.ts';
import type { ReplyInput, Step } from './turn.ts';
import { withdrawRequest } from './withdraw-request.ts';
import { wordlessMessage } from './wordless-message.ts';

/**
 * The order of the decision: the first step that has an answer gives it. Red flags are not among them: they are raised
 * before any of this, with the message itself (`receiveVisitorMessage`).
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
  choiceAmongOffered,
  bareDetail,
  aboutOrder,
  titledForm,
  whatGoesWith,
  bareNod,
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
  return reply?.reason.kind === 'pointed' ? { ...reply, context: withPersonOffered(turn, turn.context) } : reply;
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
