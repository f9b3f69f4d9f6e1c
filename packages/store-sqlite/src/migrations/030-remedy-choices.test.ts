import { describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { remedyChoices } from './030-remedy-choices.ts';

const REFUND = { remedy: 'refund', text: 'We refund “all” of it.' };
const AS_CHOICE = { ...REFUND, label: null };

/** What the step makes of tickets and of what their history tells. */
function migrated(bodies: readonly object[], happened: readonly object[]) {
  const db = new Database(':memory:');
  db.exec('CREATE TABLE ticket (body TEXT); CREATE TABLE ticket_event (what TEXT)');
  for (const body of bodies) db.prepare('INSERT INTO ticket VALUES (?)').run(JSON.stringify(body));
  for (const what of happened) db.prepare('INSERT INTO ticket_event VALUES (?)').run(JSON.stringify(what));
  db.exec(remedyChoices.sql);
  const read = (sql: string) =>
    db
      .prepare<[], string>(sql)
      .pluck()
      .all()
      .map((text) => JSON.parse(text) as unknown);
  const after = { bodies: read('SELECT body FROM ticket'), happened: read('SELECT what FROM ticket_event') };
  db.close();
  return after;
}

describe('offers from before there was a choice', () => {
  it('have one thing to choose from, and an accepted one says what was taken', () => {
    const open = { id: 'a', complaint: { warnAt: 4, proposal: { ...REFUND, by: 'Mei', at: 5 }, verdict: null } };
    const own = { remedy: null, text: 'A new vase.', by: 'Mei', at: 5 };
    const accepted = { complaint: { warnAt: null, proposal: own, verdict: { accepted: true, at: 6 } } };
    const declined = { complaint: { warnAt: 9, proposal: own, verdict: { accepted: false, at: 6 } } };
    const ownChoice = { remedy: null, text: 'A new vase.', label: null };
    const proposal = { choices: [ownChoice], by: 'Mei', at: 5 };
    expect(migrated([open, accepted, declined], []).bodies).toEqual([
      { id: 'a', complaint: { warnAt: 4, proposal: { choices: [AS_CHOICE], by: 'Mei', at: 5 }, verdict: null } },
      { complaint: { warnAt: null, proposal, verdict: { accepted: true, at: 6, chosen: ownChoice } } },
      { complaint: { warnAt: 9, proposal, verdict: { accepted: false, at: 6, chosen: null } } },
    ]);
  });

  it('are told so in the history', () => {
    const happened = [{ type: 'made' }, { type: 'proposed', ...REFUND }, { type: 'verdict', accepted: true }];
    expect(migrated([], happened).happened).toEqual([
      { type: 'made' },
      { type: 'proposed', choices: [AS_CHOICE] },
      { type: 'verdict', accepted: true, text: null },
    ]);
  });

  it('leaves all other tickets as they were', () => {
    const others = [{ id: 'b' }, { complaint: { warnAt: 4, proposal: null, verdict: null } }];
    expect(migrated(others, []).bodies).toEqual(others);
  });
});
