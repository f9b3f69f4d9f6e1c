import type { BotReply } from '../../domain/conversation/bot-commands.ts';
import { decideReplies } from '../../domain/dialogue/decide-reply.ts';
import type { ReplyInput } from '../../domain/dialogue/turn.ts';

interface Asked {
  readonly input: ReplyInput;
  readonly resolve: (reply: BotReply) => void;
  readonly reject: (fault: unknown) => void;
}

/** Decides in one go what is asked for by all who are at it in the same moment: `Lanes` lets them begin together. */
export class Replies {
  #asked: Asked[] = [];

  /** Within this turn of the event loop, so that nothing else comes in between. */
  decide(input: ReplyInput): Promise<BotReply> {
    return new Promise((resolve, reject) => {
      // All others that are as far by now ask before this comes to its turn.
      if (this.#asked.push({ input, resolve, reject }) === 1) void Promise.resolve().then(() => this.#decideAll());
    });
  }

  #decideAll(): void {
    const asked = this.#asked;
    this.#asked = [];
    const decided = decideReplies(asked.map(({ input }) => input));
    asked.forEach(({ resolve, reject }, place) => {
      const one = decided[place]!;
      if ('fault' in one) reject(one.fault);
      else resolve(one.reply);
    });
  }
}
