import { describe, expect, it } from '@jest/globals';
import type { TicketHistoryEntry } from '@solodesk/core';
import { historyView } from './ticket-view.ts';

const view = (what: TicketHistoryEntry['what']) => historyView({ at: 0, by: { kind: 'visitor' }, what });

describe('an entry of a ticket’s history, as other systems read it', () => {
  it('says what a verdict came to', () => {
    expect(view({ type: 'verdict', accepted: true, text: 'Money back' })).toMatchObject({
      ...{ type: 'verdict', from: null, to: 'accepted', text: 'Money back' },
    });
    expect(view({ type: 'verdict', accepted: false, text: null })).toMatchObject({ to: 'refused', text: null });
  });
});
