/** All columns of a feedback but its key. */
export const FEEDBACK_FIELDS = [
  ...['site', 'source', 'id', 'text', 'author', 'email', 'link', 'rating', 'at', 'received_at', 'locale', 'mood'],
  ...['score', 'category', 'written_by'],
];
