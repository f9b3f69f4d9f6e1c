import type { Localized } from '@solodesk/core';
import type { FileProblem } from '../file-problem.ts';
import type { JsonDocument, JsonPath } from '../json-document.ts';
import type { SiteFile } from '../schemas/site-schema.ts';
import type { SurveyFile } from '../schemas/survey-schema.ts';

/** A file that fits its schema. */
interface Checked<T> {
  document: JsonDocument;
  content: T;
}

/** All texts of messages that their readers see, with where they stand. */
export function messageTexts(messages: SiteFile['messages']): [JsonPath, Localized<string>][] {
  return messages.flatMap(({ subject, text, link }, index): [JsonPath, Localized<string>][] => [
    [['messages', index, 'subject'], subject],
    [['messages', index, 'text'], text],
    ...(link === undefined ? [] : [[['messages', index, 'link', 'label'], link.label] satisfies [JsonPath, object]]),
  ]);
}

/** Segments that messages name and `site.json` does not have. */
export function lostSegments({ document, content }: Checked<SiteFile>): FileProblem[] {
  return content.messages.flatMap(({ segment }, index) =>
    segment === undefined || content.segments.some(({ name }) => name === segment)
      ? []
      : [document.problemAt(['messages', index, 'segment'], noSegment(segment))],
  );
}

/** The same of surveys. */
export function lostSurveySegments(surveys: readonly Checked<SurveyFile>[], site: SiteFile): FileProblem[] {
  return surveys.flatMap(({ document, content: { sendTo } }) => {
    if (typeof sendTo === 'string' || !('segment' in sendTo)) return [];
    if (site.segments.some(({ name }) => name === sendTo.segment)) return [];
    return [document.problemAt(['sendTo', 'segment'], noSegment(sendTo.segment))];
  });
}

function noSegment(name: string): string {
  return `"${name}" is no segment of site.json`;
}
