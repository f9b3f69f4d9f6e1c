import { maskPersonal } from '@solodesk/core';
import type { KnowledgeBase, Locale, Localized, Site, SiteKnowledge, Store, UnansweredQuestion } from '@solodesk/core';
import { tryQuestion } from '@solodesk/core/use-cases';
import { groupByMeaning, inSlices } from '@solodesk/nlu';
import type { QuestionGroup } from '@solodesk/nlu';

/** One wording of a group, personal data masked. */
export interface WordingView {
  text: string;
  locale: Locale;
  times: number;
  lastAt: number;
  /** Where it was asked last; null where it was only searched for. */
  conversation: string | null;
  seq: number;
}

export interface GroupView {
  /** The key of its oldest question: the same as long as that is there. */
  id: number;
  count: number;
  /** How many of its questions were searches of the help centre. */
  searched: number;
  lastAt: number;
  /** The most frequent ones. */
  wordings: WordingView[];
  /** Of all its questions. */
  keys: number[];
  /** The FAQs that the bot thinks of, best first; confidences from 0 to 1. */
  nearest: { intent: string; question: Localized<string>; confidence: number }[];
  /** The bot knows an answer by now: its FAQs have changed since. */
  answered: boolean;
}

export interface UnansweredView {
  /** Most asked first. */
  groups: GroupView[];
  /** Questions that were looked at. */
  questions: number;
  /** There are older ones that were not looked at, or more groups than are shown. */
  more: boolean;
}

/** The newest questions that are grouped: a busy site's of months. */
const MAX_QUESTIONS = 5_000;
const MAX_GROUPS = 100;
const MAX_WORDINGS = 20;
/** Wordings of a group that the model is asked about. */
const ASKED = 5;
const NEAREST = 3;

type Kept = UnansweredQuestion;
type Known = SiteKnowledge & { site: Site };

/** The unanswered questions of sites, grouped when somebody asks; a grouping holds until a question or the FAQs change. */
export class UnansweredGroups {
  readonly #store: Pick<Store, 'unanswered'>;
  readonly #knowledge: KnowledgeBase;
  readonly #known = new Map<string, { signature: string; view: Promise<UnansweredView> }>();

  constructor(store: Pick<Store, 'unanswered'>, knowledge: KnowledgeBase) {
    this.#store = store;
    this.#knowledge = knowledge;
  }

  async of(site: Site): Promise<UnansweredView> {
    const questions = await this.#store.unanswered(site.id, { status: 'open', limit: MAX_QUESTIONS + 1 });
    const knowledge = this.#knowledge.of(site.id);
    const signature = `${knowledge?.model.bookHash ?? ''} ${knowledge?.model.thresholds.answer ?? ''} ${questions.map(({ key }) => key).join()}`;
    const known = this.#known.get(site.id);
    if (known?.signature === signature) return known.view;
    const view = group(questions, knowledge && { site, ...knowledge });
    this.#known.set(site.id, { signature, view });
    return view;
  }
}

async function group(questions: readonly Kept[], knowledge: Known | null): Promise<UnansweredView> {
  const shown = questions
    .slice(0, MAX_QUESTIONS)
    .map((question) => ({ ...question, text: maskPersonal(question.text) }));
  const groups = await inSlices(groupByMeaning(shown, knowledge?.book ?? null));
  return {
    groups: groups.slice(0, MAX_GROUPS).map((each) => groupView(each, knowledge)),
    questions: shown.length,
    more: questions.length > MAX_QUESTIONS || groups.length > MAX_GROUPS,
  };
}

function groupView({ count, lastAt, wordings }: QuestionGroup<Kept>, knowledge: Known | null): GroupView {
  const keys = wordings.flatMap(({ questions }) => questions.map(({ key }) => key));
  return {
    id: Math.min(...keys),
    count,
    searched: wordings.flatMap(({ questions }) => questions).filter(({ kind }) => kind === 'searched').length,
    lastAt,
    wordings: wordings.slice(0, MAX_WORDINGS).map(({ text, questions }) => {
      const { locale, at } = questions[0]!;
      const asked = questions.find(({ conversation }) => conversation !== null);
      const where = { conversation: asked?.conversation ?? null, seq: asked?.seq ?? 0 };
      return { text, locale, times: questions.length, lastAt: at, ...where };
    }),
    keys,
    ...nearestOf(
      wordings.slice(0, ASKED).flatMap(({ questions }) => questions.slice(0, 1)),
      knowledge,
    ),
  };
}

/** What the model makes of a group now: the mean over its first wordings, so that one odd sentence does not decide. */
function nearestOf(asked: readonly Kept[], knowledge: Known | null): Pick<GroupView, 'nearest' | 'answered'> {
  if (knowledge === null) return { nearest: [], answered: false };
  const { model, book } = knowledge;
  const sums = new Map<string, number>();
  let answered = asked.length > 0;
  for (const { text, locale } of asked) {
    const { guesses } = model.understand(text, locale);
    answered &&= tryQuestion({ text, locale }, knowledge).got !== 'none';
    for (const { intent, confidence } of guesses) sums.set(intent, (sums.get(intent) ?? 0) + confidence);
  }
  const nearest = [...sums]
    .flatMap(([intent, sum]) => {
      const faq = book.faqs.get(intent);
      return faq === undefined ? [] : [{ intent, question: faq.question, confidence: sum / asked.length }];
    })
    .sort((a, b) => b.confidence - a.confidence || (a.intent < b.intent ? -1 : 1))
    .slice(0, NEAREST);
  return { nearest, answered };
}
