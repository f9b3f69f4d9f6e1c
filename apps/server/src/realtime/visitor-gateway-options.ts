import type { Visitor } from '@solodesk/core';
import type { CheckedIdentity, Desk } from '@solodesk/core/use-cases';
import type { Intake } from '../intake.ts';
import type { Identity } from '@solodesk/protocol/visitor';
import type { Server, Socket } from 'socket.io';
import type { Limits } from './limits.ts';
import type { OnlineVisitors } from './online-visitors.ts';
import type { VisitorFeed } from './visitor-feed.ts';

/** What the visitor side of the wire works with. */
export interface VisitorGatewayOptions {
  io: Server;
  desk: Desk;
  online: OnlineVisitors;
  limits: Limits;
  publicUrl: string | null;
  /** The address under which browsers reach this server. */
  address(): string;
  addressOf(socket: Socket): string;
  checkIdentity(site: string, identity: Identity): CheckedIdentity;
  feed: VisitorFeed;
  onTyping(visitor: Visitor, on: boolean): void;
  onPresenceChange(visitor: Visitor): void;
  intake: Intake;
}
