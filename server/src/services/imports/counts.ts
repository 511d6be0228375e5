/** What an import did so far. */
export interface Counts {
  orders: number;
  rows: number;
  known: number;
  judged: number;
  added: number;
  changed: number;
  removed: number;
  units: number;
}
