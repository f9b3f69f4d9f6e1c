import { z } from 'zod';
import { faqFile } from './faq-schema.ts';
import { formFile } from './form-schema.ts';
import { COMMENT_LIKE_PATTERN } from '../json-document.ts';
import { COLUMNS } from '../product-columns.ts';
import { surveyFile } from './survey-schema.ts';
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

/** JSON Schema (draft 7) of `surveys/*.json`. */
export function surveyJsonSchema(): JsonSchema {
  return published(
    surveyFile,
    'Solodesk survey',
    'Questions that are sent by mail to some of those whom a site knows.',
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

/** JSON Schema (draft 7) of a row of `products.csv`: a CSV file with a header, UTF-8, cells as text. */
export function productsJsonSchema(): JsonSchema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Solodesk products',
    description:
      'A row of products.csv (RFC 4180, UTF-8, with a header; columns in any order, others are ignored). Every cell but "id" and one name may be empty.',
    type: 'object',
    properties: Object.fromEntries(
      Object.entries(COLUMNS).map(([column, { description, pattern, maxLength }]) => [
        column,
        {
          type: 'string',
          description,
          maxLength,
          ...(pattern && { pattern: column === 'id' ? pattern : `^$|${pattern}` }),
        },
      ]),
    ),
    required: ['id'],
    anyOf: ['name_en', 'name_zh'].map((name) => ({
      properties: { [name]: { type: 'string', minLength: 1 } },
      required: [name],
    })),
  };
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
