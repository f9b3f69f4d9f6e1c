import { cohorts } from '@solodesk/analytics';
import Database from 'better-sqlite3';
import type { BenchResult } from '../command/bench-result.ts';
import { judge, round } from '../command/bench-result.ts';
import { cdnowPurchases, monthOf } from './cdnow.ts';
import type { CdnowPurchase } from './cdnow.ts';

const TARGETS = [
  { figure: 'equalToSql', equals: true },
  { figure: 'cells', atLeast: 1 },
];

/** One cell of the table: of a cohort, how many bought so many months after. */
export interface Cell {
  cohort: number;
  after: number;
  customers: number;
}

/** By the code of the library. */
export function cohortsByCode(purchases: readonly CdnowPurchase[]): Cell[] {
  const rows = purchases.map(({ customer, date }) => ({ customer, period: monthOf(date) }));
  const until = rows.reduce((last, { period }) => Math.max(last, period), -Infinity);
  return cohorts(rows, until).flatMap(({ period, active }) =>
    active.flatMap((customers, after) => (customers > 0 ? [{ cohort: period, after, customers }] : [])),
  );
}

/** By SQL, which shares nothing with it but the rows. */
export function cohortsBySql(purchases: readonly CdnowPurchase[]): Cell[] {
  const db = new Database(':memory:');
  try {
    db.exec('CREATE TABLE purchase (customer TEXT, date TEXT)');
    const insert = db.prepare('INSERT INTO purchase VALUES (?, ?)');
    db.transaction(() => purchases.forEach(({ customer, date }) => insert.run(customer, date)))();
    return db
      .prepare<[], Cell>(
        `WITH month AS (
           SELECT DISTINCT customer, substr(date, 1, 4) * 12 + substr(date, 5, 2) - 1 AS month FROM purchase
         ), won AS (SELECT customer, min(month) AS cohort FROM month GROUP BY customer)
         SELECT cohort, month - cohort AS after, count(*) AS customers
         FROM month JOIN won USING (customer) GROUP BY 1, 2 ORDER BY 1, 2`,
      )
      .all();
  } finally {
    db.close();
  }
}

/** Retention by cohort of 23,570 customers, by the library and by SQL. @param data the folder of public sets */
export function benchRetention(data: string): Promise<BenchResult> {
  const purchases = cdnowPurchases(data);
  const started = performance.now();
  const code = cohortsByCode(purchases);
  const milliseconds = round(performance.now() - started);
  const sql = cohortsBySql(purchases);
  const customers = (cells: readonly Cell[]) =>
    cells.reduce((sum, cell) => sum + (cell.after === 0 ? cell.customers : 0), 0);
  const figures = {
    equalToSql: JSON.stringify(code) === JSON.stringify(sql),
    purchases: purchases.length,
    customers: customers(code),
    cells: code.length,
    milliseconds,
  };
  const control = { sqlCells: sql.length, sqlCustomers: customers(sql) };
  return Promise.resolve({
    name: 'retention',
    figures,
    control,
    runs: 1,
    repeats: [figures],
    targets: judge(TARGETS, figures),
  });
}
