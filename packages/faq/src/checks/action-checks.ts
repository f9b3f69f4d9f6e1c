import { BUILT_IN, actionForm, beginsByItself } from '@solodesk/core';
import type { Localized, Slot } from '@solodesk/core';
import { actionFrom } from '../schemas/actions-schema.ts';
import type { ActionEntry } from '../schemas/actions-schema.ts';
import type { Checked } from './cross-checks.ts';
import type { FaqFile } from '../schemas/faq-schema.ts';
import type { FileProblem } from '../file-problem.ts';
import { unfitForActions, illSlots, lostConditions, missingInSlots } from './form-checks.ts';
import type { FormFile } from '../schemas/form-schema.ts';
import type { JsonPath } from '../json-document.ts';
import type { SiteFile } from '../schemas/site-schema.ts';

/** What each kind cannot do without, by the types of its slots: one of each list. */
const NEEDS: Readonly<Record<ActionEntry['do'], readonly (readonly Slot['type'][])[]>> = {
  'order-status': [['order'], ['email']],
  'order-request': [['order'], ['email']],
  'return-label': [['order'], ['email']],
  book: [['email', 'phone']],
  'change-booking': [],
  call: [],
};

/** An action asks its visitor for details, and nobody is there to answer when a ticket is made. */
const NO_ROUTE =
  'a ticket cannot be sent to an action: let the form end in it ("action" in forms/*.json), or an FAQ begin it ("intents" of the action)';

/** Tickets sent to actions, names given twice among the actions of a site, and slots that are none. */
export function illActions({ document, content }: Checked<SiteFile>): FileProblem[] {
  const names = content.actions.map(({ name }) => name);
  const routed = content.routing.flatMap(({ to }, index) =>
    typeof to === 'object' && 'action' in to ? [document.problemAt(['routing', index, 'to'], NO_ROUTE)] : [],
  );
  const actions = content.actions.flatMap(({ name, slots = [] }, index) => [
    ...(names.indexOf(name) < index
      ? [document.problemAt(['actions', index, 'name'], `"${name}" stands twice among the actions`)]
      : []),
    ...illSlots(document, slots, ['actions', index, 'slots']),
    ...unfitForActions(document, slots, ['actions', index, 'slots']),
    ...lostConditions(document, slots, ['actions', index, 'slots']),
  ]);
  return [...actions, ...routed];
}

/** Languages of the site in which a text of an action is missing. */
export function missingInActions({ document, content }: Checked<SiteFile>): FileProblem[] {
  const missing = (path: JsonPath, texts: Localized<unknown> | undefined) =>
    (texts === undefined ? [] : content.languages.filter((locale) => texts[locale] === undefined)).map((locale) => {
      const words = `"${path.at(-1)}" has no "${locale}", but the site speaks ${content.languages.join(' and ')}`;
      return document.problemAt(path, words, 'key');
    });
  return content.actions.flatMap((entry, index) => {
    const at: JsonPath = ['actions', index];
    return [
      ...missing([...at, 'title'], entry.title),
      ...missing([...at, 'fallback'], entry.fallback),
      ...(entry.do === 'return-label' ? missing([...at, 'text'], entry.text) : []),
      ...(entry.do === 'book' ? missing([...at, 'service'], entry.service) : []),
      ...(entry.do === 'book' ? missing([...at, 'where'], entry.where) : []),
      ...missingInSlots(entry.slots ?? [], [...at, 'slots'], missing),
    ];
  });
}

/** Names that lead nowhere between actions, forms and FAQs, and actions that nothing begins or that lack what they need. */
export function lostInActions(
  site: Checked<SiteFile>,
  forms: readonly Checked<FormFile>[],
  faqs: readonly Checked<FaqFile>[],
): FileProblem[] {
  const { actions } = site.content;
  const intents = new Set<string>(faqs.flatMap(({ content }) => content.faqs.map(({ intent }) => intent)));
  const starts = new Map(
    forms.flatMap(({ content: { form, startedBy } }) => startedBy.map((intent) => [intent, form] as const)),
  );
  const names = new Map(actions.map((entry) => [entry.name, entry.do]));
  return [
    ...actions.flatMap((entry, index) => lostInAction(site, { entry, index }, { forms, intents, starts })),
    ...forms.flatMap(({ document, content }) => {
      if (content.action === undefined) return [];
      const kind = names.get(content.action);
      if (kind === undefined) {
        return [document.problemAt(['action'], `there is no action "${content.action}" in site.json`)];
      }
      return lacking(kind, content.slots).map((types) =>
        document.problemAt(['slots'], `the action "${content.action}" needs a slot of type ${types}`),
      );
    }),
  ];
}

function lostInAction(
  { document }: Checked<SiteFile>,
  { entry, index }: { entry: ActionEntry; index: number },
  of: { forms: readonly Checked<FormFile>[]; intents: ReadonlySet<string>; starts: Map<string, string> },
): FileProblem[] {
  const builtIn = new Set<string>(Object.values(BUILT_IN));
  const at: JsonPath = ['actions', index];
  const problems = entry.intents.flatMap((intent, place) => {
    const path = [...at, 'intents', place];
    if (builtIn.has(intent)) return [document.problemAt(path, `"${intent}" is the bot's own and begins no action`)];
    if (!of.intents.has(intent)) {
      return [document.problemAt(path, `there is no FAQ "${intent}" that could begin this action`)];
    }
    const other = of.starts.get(intent);
    of.starts.set(intent, entry.name);
    return other === undefined ? [] : [document.problemAt(path, `"${intent}" begins "${other}" already`)];
  });
  const endsHere = of.forms.some(({ content }) => content.action === entry.name);
  problems.push(
    ...entry.offeredUnder.flatMap((intent, place) =>
      of.intents.has(intent)
        ? []
        : [
            document.problemAt(
              [...at, 'offeredUnder', place],
              `there is no FAQ "${intent}" that could offer this action`,
            ),
          ],
    ),
  );
  if (!beginsByItself(entry)) {
    if (!endsHere) {
      problems.push(
        document.problemAt([...at, 'name'], `nothing begins "${entry.name}": name intents, or let a form end in it`),
      );
    }
    return problems;
  }
  if (of.forms.some(({ content }) => content.form === entry.name)) {
    problems.push(
      document.problemAt(
        [...at, 'name'],
        `there is a form "${entry.name}": leave out the intents, and let it end in the action`,
      ),
    );
  }
  for (const types of lacking(entry.do, actionForm(actionFrom(entry)).slots)) {
    problems.push(document.problemAt([...at, 'slots'], `it needs a slot of type ${types}`));
  }
  return problems;
}

function lacking(kind: ActionEntry['do'], slots: readonly { type: Slot['type'] }[]): string[] {
  return NEEDS[kind]
    .filter((types) => !slots.some(({ type }) => types.includes(type)))
    .map((types) => types.map((type) => `"${type}"`).join(' or '));
}
