import type { CheckedKind, DraftOf, FieldProblem } from '../draft-of.ts';

/** Clocks differ, and dates without a time are somewhere else a day ahead already. Milliseconds. */
const SLACK_MS = 86_400_000;
const REASON = 'lies in the future';

/** What a draft says had happened, and cannot have yet. `placedAt` of tomorrow would count in no figure until then, or in all of them. */
export function futureProblems<K extends CheckedKind>(kind: K, draft: DraftOf[K], now: number): FieldProblem[] {
  const latest = now + SLACK_MS;
  const month = new Date(latest).toISOString().slice(0, 7);
  return Object.entries(happened(kind, draft))
    .filter(([, said]) => (typeof said === 'number' ? said > latest : said !== undefined && said > month))
    .map(([field]) => ({ field, reason: REASON }));
}

/** Moments (UTC milliseconds) and months by their fields. */
function happened(kind: CheckedKind, draft: DraftOf[CheckedKind]): Record<string, number | string | undefined> {
  switch (kind) {
    case 'orders':
      return { placedAt: (draft as DraftOf['orders']).placedAt };
    case 'customers': {
      const { customerSince, createdAt, marketingSince } = draft as DraftOf['customers'];
      return { customerSince, createdAt, marketingSince };
    }
    case 'feedback':
      return { at: (draft as DraftOf['feedback']).at };
    case 'spend':
      return { month: (draft as DraftOf['spend']).month };
    case 'products':
    case 'corrections':
      return {};
  }
}
