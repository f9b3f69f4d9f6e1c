import type { OutcomeCounts } from '../domain/unanswered/reply-outcome.ts';
import type { EarlierAnswer } from '../domain/conversation/earlier-answer.ts';

export interface AnswerStore {
  /**
   * The owner's first words after a visitor's, the newest first: of the last `limit` messages of the owner those that answer
   * something. What came after a sensitive detail is left out.
   */
  earlierAnswers(site: string, limit: number): Promise<EarlierAnswer[]>;
  /** What the bot made of visitors' words: of its last `limit` messages those that reply to a typed question whose words are there still. */
  replyOutcomes(site: string, limit: number): Promise<OutcomeCounts>;
}
