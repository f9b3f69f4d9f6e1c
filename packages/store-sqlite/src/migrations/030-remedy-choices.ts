import type { Migration } from './migration.ts';

/**
 * An offer for a complaint has several things to choose from, and a verdict says which was taken. What was offered and judged before had
 * one, whose words are found again.
 */
export const remedyChoices: Migration = {
  version: 30,
  since: '0.2.0',
  sql: `
    UPDATE ticket SET body = json_set(body,
      '$.complaint.proposal', json_object(
        'choices', json_array(${choice('body', '$.complaint.proposal')}),
        'by', body ->> '$.complaint.proposal.by',
        'at', body ->> '$.complaint.proposal.at'))
      WHERE body ->> '$.complaint.proposal.text' IS NOT NULL;
    UPDATE ticket SET body = json_set(body, '$.complaint.verdict.chosen', NULL)
      WHERE body ->> '$.complaint.verdict.at' IS NOT NULL;
    UPDATE ticket SET body = json_set(body, '$.complaint.verdict.chosen',
      json(body -> '$.complaint.proposal.choices[0]'))
      WHERE body ->> '$.complaint.verdict.accepted';
    UPDATE ticket_event SET what = json_object('type', 'proposed', 'choices', json_array(${choice('what', '$')}))
      WHERE what ->> '$.type' = 'proposed' AND what ->> '$.text' IS NOT NULL;
    UPDATE ticket_event SET what = json_set(what, '$.text', NULL)
      WHERE what ->> '$.type' = 'verdict' AND json_type(what, '$.text') IS NULL;
  `,
};

function choice(column: string, path: string): string {
  return `json_object('remedy', ${column} ->> '${path}.remedy', 'text', ${column} ->> '${path}.text', 'label', NULL)`;
}
