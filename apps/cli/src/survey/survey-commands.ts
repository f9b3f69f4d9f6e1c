import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { csi } from '@solodesk/analytics';
import { daysOfRest, localize, surveyResults } from '@solodesk/core';
import type { Locale, Site, Survey, SurveyCount, SurveyResult } from '@solodesk/core';
import { sendSurvey } from '@solodesk/core/use-cases';
import type { Command } from 'commander';
import { CommandError, UsageError } from '../command-error.ts';
import { siteOf, withStore } from '../import/site-store.ts';
import type { Places } from '../places.ts';
import type { Terminal } from '../terminal/terminal.ts';

const MOST_ANSWERS = 100_000;

interface Common {
  site?: string;
  json?: boolean;
}

/** Surveys of a site's files: what there is, sending one, and what people said. */
export function addSurveyCommands(
  solodesk: Command,
  places: Places,
  terminal: Terminal,
  environment: Record<string, string | undefined>,
): void {
  const group = solodesk.command('survey').description('surveys: questions to customers by mail');
  const withSite = (command: Command) =>
    command.option('--site <id>', 'needed where there are several sites').option('--json', 'JSON alone');

  withSite(group.command('list'))
    .description('the surveys of a site, and how many answered')
    .action(async ({ site: wanted, json }: Common) => {
      const site = await siteOf(places, wanted ?? null);
      const rows = await withStore(places, (store) =>
        Promise.all(site.surveys.map(async (survey) => row(survey, await store.countSurvey(site.id, survey.name)))),
      );
      terminal.print(json === true ? JSON.stringify(rows) : listText(rows, site));
    });

  withSite(group.command('send'))
    .description('send a survey to everybody of its segment who has not had one lately; the running server mails it')
    .argument('<survey>', 'as survey list shows it')
    .option('--url <address>', 'where browsers reach the server; PUBLIC_URL unless told otherwise')
    .action(async (name: string, { site: wanted, json, url }: Common & { url?: string }) => {
      const site = await siteOf(places, wanted ?? null);
      const survey = named(site, name);
      const base = url ?? environment.PUBLIC_URL;
      if (base === undefined || !/^https?:\/\/[^/]+/.test(base)) {
        throw new UsageError('say where the links lead: --url https://desk.example.com (or PUBLIC_URL)');
      }
      if (!environment.SMTP_URL && json !== true)
        terminal.print('SMTP_URL is not set here: the server mails this only if it has one.');
      const address = base.replace(/\/+$/, '');
      const hashOf = (token: string) => createHash('sha256').update(token).digest('base64url');
      const links = {
        token() {
          const token = randomBytes(32).toString('base64url');
          return { token, hash: hashOf(token) };
        },
        link: (token: string) => `${address}/rate#${token}`,
        leave() {
          const token = randomBytes(32).toString('base64url');
          const once = hashOf(token);
          const oneClick = `${address}/rate/leave/one-click/${once}`;
          return { unsubscribe: `${address}/rate/leave#${token}`, oneClick, hash: hashOf(once) };
        },
      };
      const ids = { uuid: () => randomUUID(), token: () => randomBytes(32).toString('base64url') };
      const sending = await withStore(places, (store) =>
        sendSurvey({ store, ids, clock: { now: () => Date.now() } }, links, site, survey),
      );
      terminal.print(
        json === true
          ? JSON.stringify(sending)
          : `"${name}" goes to ${sending.sent}; ${sending.rested} had a survey in the last ${daysOfRest(survey)} days, ${sending.left} want none.`,
      );
    });

  withSite(group.command('results'))
    .description('what people answered')
    .argument('<survey>', 'as survey list shows it')
    .action(async (name: string, { site: wanted, json }: Common) => {
      const site = await siteOf(places, wanted ?? null);
      const survey = named(site, name);
      const answers = await withStore(places, (store) => store.surveyAnswers(site.id, { survey: name }, MOST_ANSWERS));
      const results = surveyResults(survey, answers);
      terminal.print(
        json === true
          ? JSON.stringify({ answered: answers.length, results: results.map(plainResult) })
          : [`${answers.length} answered`, ...results.map((result) => resultText(result, site.defaultLocale))].join(
              '\n',
            ),
      );
    });
}

function named(site: Site, name: string): Survey {
  const survey = site.surveys.find((each) => each.name === name);
  if (survey !== undefined) return survey;
  const known = site.surveys.map((each) => each.name).join(', ');
  throw new CommandError(`"${site.id}" has no survey "${name}"${known === '' ? '' : `: ${known}`}`);
}

type Row = SurveyCount & Pick<Survey, 'name' | 'title' | 'segment' | 'everyDays' | 'restDays'>;

function row({ name, title, segment, everyDays, restDays }: Survey, count: SurveyCount): Row {
  return { name, title, segment, everyDays, restDays, ...count };
}

function listText(rows: readonly Row[], { id }: Site): string {
  if (rows.length === 0) return `"${id}" has no surveys; they are files in surveys/ of its folder.`;
  return rows
    .map(({ name, segment, everyDays, asked, answered }) => {
      const kind = segment.to === 'segment' ? `segment ${segment.name}` : segment.to;
      const who = 'days' in segment ? `${kind} in the last ${segment.days} days` : kind;
      const when = everyDays === null ? 'when you send it' : `every ${everyDays} days`;
      return `${name}  to ${who}, ${when}  asked ${asked}, answered ${answered}`;
    })
    .join('\n');
}

/** As programs read it: names instead of words. */
function plainResult(result: SurveyResult) {
  const base = { question: result.question.name, type: result.type, n: result.n };
  if (result.type === 'text') return { ...base, texts: result.texts };
  if (result.type === 'choice') return { ...base, choices: result.chosen };
  // Null: too few to say.
  return { ...base, score: csi(result.scores).value };
}

function resultText(result: SurveyResult, locale: Locale): string {
  const { question, n } = result;
  const head = `${localize(question.ask, locale) ?? question.name} (${n})`;
  if (result.type === 'text') return [head, ...result.texts.map((text) => `  - ${text}`)].join('\n');
  if (result.type === 'choice') {
    const chosen = Object.entries(result.chosen).map(
      ([value, count]) => `${labelOf(question, value, locale)} ${count}`,
    );
    return `${head}: ${chosen.join(', ')}`;
  }
  const { value } = csi(result.scores);
  const figure = value
    ? `${value.mean.toFixed(1)} (95 %: ${value.low.toFixed(2)} to ${value.high.toFixed(2)})`
    : 'too few to say';
  return `${head}: ${figure}`;
}

function labelOf(question: SurveyResult['question'], value: string, locale: Locale): string {
  const choice = question.type === 'choice' ? question.choices.find((one) => one.value === value) : undefined;
  return localize(choice?.label ?? {}, locale) ?? value;
}
