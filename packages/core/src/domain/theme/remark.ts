/**
 * What somebody said, by one number wherever themes name what raised them: an event has its own, and feedback from elsewhere has its key below
 * zero. So a list of them says of each where its words are, and holds none of them.
 */
export type Remark = number;

export const remarkOfFeedback = (key: number): Remark => -key;

/** The key of the feedback that a remark is; null for an event. */
export const feedbackOfRemark = (remark: Remark): number | null => (remark < 0 ? -remark : null);
