import { Decoder, Encoder } from 'socket.io-parser';
import type { Packet } from 'socket.io-parser';

/**
 * Socket.IO's own wire, as it is, but without the search for binary parts that it does in everything it sends: we send
 * text alone, and the search walks through each field of each event for each socket.
 */
class TextEncoder extends Encoder {
  override encode(packet: Packet): string[] {
    const namespace = packet.nsp === '/' || !packet.nsp ? '' : `${packet.nsp},`;
    const data = packet.data === undefined || packet.data === null ? '' : JSON.stringify(packet.data);
    return [`${packet.type}${namespace}${packet.id ?? ''}${data}`];
  }
}

export const textParser = { Encoder: TextEncoder, Decoder };
