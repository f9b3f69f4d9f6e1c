export { receiveMessageSchema } from './http.ts';
export type { ReceiveMessage, ReceiveMessageAnswer } from './http.ts';
export { timeOrderedId } from './shared/time-ordered-id.ts';
export { ERROR_KINDS, isRetryable } from './shared/error-kind.ts';
export type { Ack, ErrorKind, Failure, WireError } from './shared/error-kind.ts';
