import type { FactTable } from "../facts/fact";
import { shortDateText } from "../paper/dates";
import type { Span } from "../paper/paper";

/** A text being written: words of ours and facts of the table, in order. */
export class Writing {
  readonly spans: Span[] = [];

  constructor(private readonly table: FactTable) {}

  words(text: string): this {
    const last = this.spans.at(-1);
    if (last && !last.fact) this.spans[this.spans.length - 1] = { text: last.text + text };
    else if (text) this.spans.push({ text });
    return this;
  }

  /** The fact of that name; throws a RangeError where there is none. */
  fact(id: string): this {
    const { forms, orders } = this.found(id);
    this.spans.push({ text: forms[0], fact: { id, orders } });
    return this;
  }

  /** A date without its year where the year is that of `since`, a date named before. */
  day(id: string, since: string | null): this {
    const { date, orders, forms } = this.found(id);
    const short = date && since && this.found(since).date?.slice(0, 4) === date.slice(0, 4);
    this.spans.push({ text: short ? shortDateText(date) : forms[0], fact: { id, orders } });
    return this;
  }

  /** Whether two dates are one. */
  sameDay(id: string, other: string): boolean {
    return this.found(id).date === this.found(other).date;
  }

  /** Several, with what stands between them. */
  list<T>(items: readonly T[], between: string, write: (item: T) => unknown): this {
    items.forEach((item, index) => {
      if (index > 0) this.words(between);
      write(item);
    });
    return this;
  }

  private found(id: string): NonNullable<ReturnType<FactTable["get"]>> {
    const fact = this.table.get(id);
    if (!fact) throw new RangeError(`no fact ${id}`);
    return fact;
  }
}
