import { Emitter } from '@socket.io/component-emitter';

/** socket.io-parser's, for JSON alone: without binary packets, for which it walks through everything that is sent. */
export const PacketType = {
  CONNECT: 0,
  DISCONNECT: 1,
  EVENT: 2,
  ACK: 3,
  CONNECT_ERROR: 4,
  BINARY_EVENT: 5,
  BINARY_ACK: 6,
};

export const protocol = 5;

export class Encoder {
  encode({ type, nsp, id, data }) {
    return [type + (nsp === '/' ? '' : `${nsp},`) + (id ?? '') + (data === undefined ? '' : JSON.stringify(data))];
  }
}

/** Type, namespace, number of the acknowledgement, JSON. */
const PACKET = /^([0-4])(?:(\/[^,]*),?)?(\d*)(.*)$/s;

export class Decoder extends Emitter {
  /** @throws for what is no packet: the manager then closes the line, and opens a new one */
  add(text) {
    const [, digit, nsp = '/', id, json] = PACKET.exec(text);
    const type = +digit;
    const packet = { type, nsp };
    if (id) packet.id = +id;
    if (json) {
      packet.data = JSON.parse(json);
      if (!fits(type, packet.data)) throw new Error('invalid payload');
    }
    this.emitReserved('decoded', packet);
  }

  destroy() {}
}

function fits(type, data) {
  if (type === PacketType.EVENT || type === PacketType.ACK) return Array.isArray(data);
  return data !== null && typeof data === 'object' && !Array.isArray(data);
}
