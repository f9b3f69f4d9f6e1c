import { PACKET_TYPES } from './commons.js';

/** engine.io-parser's, for text alone. */
export const encodePacket = ({ type, data }, supportsBinary, callback) => callback(PACKET_TYPES[type] + (data || ''));

/** WebTransport's, which is not built in. */
export const encodePacketToBinary = undefined;
