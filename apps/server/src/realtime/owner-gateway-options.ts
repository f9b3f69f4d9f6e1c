import type { Desk } from '@solodesk/core/use-cases';
import type { FileProblem } from '@solodesk/protocol/owner';
import type { Server, Socket } from 'socket.io';
import type { Intake } from '../intake.ts';
import type { OwnerPresence } from '../owner-presence.ts';
import type { Sessions } from '../auth/sessions.ts';
import type { QueueFeed } from '../next-up/queue-feed.ts';
import type { Looks } from '../privacy/looks.ts';
import type { Announcer } from './announcer.ts';
import type { ContactNames } from './contact-names.ts';
import type { Limits } from './limits.ts';
import type { OnlineVisitors } from './online-visitors.ts';
import type { OwnerFeed } from './owner-feed.ts';

/** What the owner side of the wire works with. */
export interface OwnerGatewayOptions {
  io: Server;
  desk: Desk;
  sessions: Sessions;
  presence: OwnerPresence;
  online: OnlineVisitors;
  feed: OwnerFeed;
  names: ContactNames;
  announcer: Announcer;
  queue: QueueFeed;
  limits: Limits;
  publicUrl: string | null;
  addressOf(socket: Socket): string;
  problemsOf(site: string): FileProblem[];
  intake: Intake;
  looks: Looks;
}
