/**
 * The floor that the desk is measured against: Socket.IO with the same settings and the same shapes on the wire, which
 * acks each message and emits it once to a room. It checks, stores and decides nothing.
 */
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { VisitorDownEvents, VisitorUpEvents } from '@solodesk/protocol/visitor';
import { Server } from 'socket.io';

const http = createServer((_request, response) => response.end());
const io = new Server(http, {
  serveClient: false,
  perMessageDeflate: false,
  httpCompression: false,
  pingInterval: 10_000,
  pingTimeout: 5_000,
});

io.of('/visitor').on('connection', (socket) => {
  const conversation = randomUUID();
  let seq = 0;
  void socket.join(conversation);
  const hear: VisitorUpEvents['message'] = (body, ack) => {
    seq += 1;
    ack({ ok: true, conversation, seq });
    const event = { seq, at: Date.now(), type: 'visitor_message', text: body.text, clientId: body.clientId } as const;
    const told: Parameters<VisitorDownEvents['events']>[0] = { conversation, state: 'owner', events: [event] };
    io.of('/visitor').to(conversation).emit('events', told);
  };
  socket.on('message', hear);
  const welcome: Parameters<VisitorDownEvents['welcome']>[0] = {
    v: 1,
    token: conversation,
    verified: false,
    presence: { here: false, name: '' },
    conversation: null,
    serverTime: Date.now(),
  };
  socket.emit('welcome', welcome);
});

http.listen(0, '127.0.0.1', () => process.send?.({ port: (http.address() as AddressInfo).port }));
