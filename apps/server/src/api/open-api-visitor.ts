import { receiveMessageSchema } from '@solodesk/protocol';
import { attachmentSchema, FILE_FAULTS } from '@solodesk/protocol/visitor';
import { z } from 'zod';
import type { JsonSchemas } from './json-schemas.ts';

/** What `receive_message` answers. */
export const answerSchema = z.object({
  conversation: z.uuid(),
  token: z.string().meta({ description: 'Send it with the next message, to stay the same visitor.' }),
  seq: z.int(),
  state: z.enum(['bot', 'waiting', 'owner', 'closed']),
  replies: z.array(z.looseObject({ seq: z.int(), at: z.int(), type: z.string(), text: z.string().optional() })),
});

/** What `receive_file` answers. */
export const fileAnswerSchema = z.object({ file: attachmentSchema });

const failure = { kind: z.string(), message: z.string(), retryAfterMs: z.number().optional() };

/** The doors without a key: their errors are those of the widget's. */
export function visitorPaths(schemas: JsonSchemas): Record<string, { post: object }> {
  return {
    '/api/receive_message': { post: receiveMessage(schemas) },
    '/api/receive_file': { post: receiveFile(schemas) },
  };
}

function receiveMessage(schemas: JsonSchemas): object {
  return {
    operationId: 'receiveMessage',
    tags: ['conversations'],
    summary: 'Say something as a visitor',
    description:
      'For front ends of your own: open to the origins of the site, and to programs that send none. Files go with it by the ids that receiveFile has answered, at most five.',
    security: [],
    requestBody: {
      required: true,
      content: {
        'application/json': {
          schema: schemas.input(receiveMessageSchema),
          example: { message: 'How long does delivery take?', site: 'shop' },
        },
      },
    },
    responses: {
      200: {
        description: 'It was taken, with what the bot said to it.',
        content: { 'application/json': { schema: schemas.output(answerSchema) } },
      },
      default: failed(schemas, z.object({ error: z.object(failure) })),
    },
  };
}

function receiveFile(schemas: JsonSchemas): object {
  return {
    operationId: 'receiveFile',
    tags: ['conversations'],
    summary: 'Bring in a file as a visitor',
    description:
      'The body is the file and nothing else: JPEG, PNG, GIF, WebP, PDF, text, CSV, docx, xlsx, odt or ods by its content, of up to 10 MB, 20 an hour. Pictures are drawn anew. Send its id with receiveMessage within a day.',
    security: [{ visitor: [] }],
    parameters: [
      {
        ...{ name: 'site', in: 'query', required: false, schema: { type: 'string', maxLength: 40 } },
        description: 'May be left out when the server has one site.',
      },
      {
        ...{ name: 'X-File-Name', in: 'header', required: false, schema: { type: 'string' } },
        description: 'Its name, percent-encoded. Text and office documents are only taken with one that agrees.',
        example: 'vase%20broken.jpg',
      },
    ],
    requestBody: {
      required: true,
      content: {
        'application/octet-stream': { schema: { type: 'string', contentMediaType: 'application/octet-stream' } },
      },
    },
    responses: {
      201: {
        description: 'It lies ready to go with a message.',
        content: { 'application/json': { schema: schemas.output(fileAnswerSchema) } },
      },
      default: failed(
        schemas,
        z.object({
          error: z.object({
            ...failure,
            fault: z.enum(FILE_FAULTS).optional().meta({ description: 'Why it is refused.' }),
          }),
        }),
      ),
    },
  };
}

function failed(schemas: JsonSchemas, error: z.ZodType): object {
  return { description: 'It was not taken.', content: { 'application/json': { schema: schemas.output(error) } } };
}
