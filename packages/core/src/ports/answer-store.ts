import type { EarlierAnswer } from '../domain/conversation/earlier-answer.ts';

export interface AnswerStore {
  /**
   * The owner's first words after a visitor's, the newest first: of the last `limit` messages of the owner those that answer
   * something. What came after a sensitive detail is left out.
   */
  earlierAnswers(site: string, limit: number): Promise<EarlierAnswer[]>;
}
