import type { ACTION_INTENTS } from '@solodesk/protocol/visitor';

type Intents = typeof ACTION_INTENTS;

// As types only: the values stand beside the wire's schemas, which are too heavy for here.
export const PERSON: Intents['person'] = 'solodesk.person';
export const RESUME: Intents['resumeBot'] = 'solodesk.resume-bot';
