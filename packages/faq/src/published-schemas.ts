import { z } from 'zod';
import { faqFile } from './faq-schema.ts';
import { formFile } from './form-schema.ts';
import { COMMENT_LIKE_PATTERN } from './json-document.ts';
import { siteFile } from './site-schema.ts';

export type JsonSchema = z.core.JSONSchema.BaseSchema;

/** JSON Schema (draft 7, which editors know best) of `faq/*.json`. */
export function faqJsonSchema(): JsonSchema {
  return published(faqFile, 'Solodesk FAQs', 'Questions that the bot of a site answers, of one subject.');
}

/** JSON Schema (draft 7) of `forms/*.json`. */
export function formJsonSchema(): JsonSchema {
  return published(
    formFile,
    'Solodesk form',
    'What the bot asks of somebody who wants something, and what becomes of it.',
  );
}

/** JSON Schema (draft 7) of `site.json`. */
export function siteJsonSchema(): JsonSchema {
  return published(
    siteFile,
    'Solodesk site',
    'Name, languages, looks and hours of one site. Secrets do not belong here.',
  );
}

function published(schema: z.ZodType, title: string, description: string): JsonSchema {
  const json = z.toJSONSchema(schema, {
    target: 'draft-7',
    io: 'input',
    override: ({ jsonSchema }) => {
      if (jsonSchema.additionalProperties !== false) return;
      jsonSchema.patternProperties = { [COMMENT_LIKE_PATTERN]: {} };
    },
  });
  return { ...json, title, description };
}
