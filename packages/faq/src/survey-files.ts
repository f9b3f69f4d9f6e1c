import type { Locale, Survey, SurveyQuestion, SurveySegment } from '@solodesk/core';
import type { Checked } from './checks/cross-checks.ts';
import type { FileProblem } from './file-problem.ts';
import type { JsonPath } from './json-document.ts';
import type { SurveyFile } from './schemas/survey-schema.ts';

const REST_DAYS = 90;

/** A survey with its defaults filled in. */
export function surveyFrom(file: SurveyFile): Survey {
  return {
    name: file.survey,
    title: file.title,
    intro: file.intro ?? {},
    questions: file.questions.map(questionFrom),
    segment: segmentFrom(file.sendTo),
    everyDays: file.everyDays ?? null,
    restDays: file.restDays ?? REST_DAYS,
  };
}

function questionFrom({
  name,
  type,
  prompt: ask,
  required,
  choices,
  csi,
}: SurveyFile['questions'][number]): SurveyQuestion {
  const base = { name, ask, required: required ?? type !== 'text' };
  if (type === 'score') return { ...base, type, csi: csi === true };
  return type === 'choice' ? { ...base, type, choices: choices ?? [] } : { ...base, type };
}

function segmentFrom(sendTo: SurveyFile['sendTo']): SurveySegment {
  if (typeof sendTo === 'string') return { to: sendTo };
  if ('segment' in sendTo) return { to: 'segment', name: sendTo.segment };
  return 'orderedWithinDays' in sendTo
    ? { to: 'ordered', days: sendTo.orderedWithinDays }
    : { to: 'solved', days: sendTo.solvedWithinDays };
}

/** Names given twice, what does not belong to a question of its type, and languages of the site in which a text is missing. */
export function surveyProblems(surveys: readonly Checked<SurveyFile>[], languages: readonly Locale[]): FileProblem[] {
  const names = new Set<string>();
  return surveys.flatMap(({ document, content }) => {
    const problems: FileProblem[] = [];
    const say = (path: JsonPath, words: string) => void problems.push(document.problemAt(path, words));
    const missing = (path: JsonPath, texts: Partial<Record<Locale, string>> | undefined) => {
      for (const locale of texts === undefined ? [] : languages) {
        if (texts?.[locale] !== undefined) continue;
        say(path, `"${path.at(-1)}" has no "${locale}", but the site speaks ${languages.join(' and ')}`);
      }
    };
    if (names.has(content.survey)) say(['survey'], `"${content.survey}" is the name of another survey already`);
    names.add(content.survey);
    missing(['title'], content.title);
    missing(['intro'], content.intro);
    const asked = new Set<string>();
    let hasCsi = false;
    content.questions.forEach(({ name, type, prompt, choices, csi }, index) => {
      const at = ['questions', index];
      if (asked.has(name)) say([...at, 'name'], `"${name}" is the name of another question already`);
      asked.add(name);
      missing([...at, 'prompt'], prompt);
      if (type === 'choice' && choices === undefined) say(at, 'a "choice" needs "choices"');
      if (type !== 'choice' && choices !== undefined) say([...at, 'choices'], 'only a "choice" has choices');
      const values = new Set<string>();
      choices?.forEach(({ value, label }, place) => {
        if (values.has(value)) say([...at, 'choices', place, 'value'], `"${value}" is a choice already`);
        values.add(value);
        missing([...at, 'choices', place, 'label'], label);
      });
      if (csi && type !== 'score') say([...at, 'csi'], 'only a "score" can count in the CSI');
      if (csi && hasCsi) say([...at, 'csi'], 'another question of this survey counts in the CSI already');
      hasCsi ||= csi === true;
    });
    return problems;
  });
}
