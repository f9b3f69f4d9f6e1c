import { ERROR_PACKET, PACKET_TYPES_REVERSE } from './commons.js';

/** engine.io-parser's, for text alone: anything else is an error of the line, which then starts anew. */
export const decodePacket = (encoded) => {
  const type = typeof encoded === 'string' && PACKET_TYPES_REVERSE[encoded[0]];
  return type ? { type, data: encoded.slice(1) } : ERROR_PACKET;
};
