import { type EventKind, instant, type OrderEvent } from "@tianyan/core";
import { unescaped } from "./staged-line";
import type { FilePlaces, StagedOrder } from "./staged-rows";

interface Draft {
  readonly orderId: string;
  readonly attributes: unknown[];
  readonly rows: { readonly file: number; readonly cells: unknown }[];
  readonly events: OrderEvent[];
}

const draftOf = (orderId: string): Draft => ({ orderId, attributes: [], rows: [], events: [] });

const kinds = new Map<string, EventKind>();

/** Few different words in many rows: one copy of each, which holds on to no line. */
function kindOf(word: string): EventKind {
  const known = kinds.get(word);
  if (known !== undefined) return known;
  const kind = word as EventKind;
  kinds.set(word, kind);
  return kind;
}

const textOrNull = (text = "\\N"): string | null => unescaped(text);

function eventOf(fields: readonly string[], file: FilePlaces[number]): OrderEvent {
  const seq = Number(fields[3]);
  const ref = textOrNull(fields[6]);
  const due = fields[15] ?? "\\N";
  return {
    ref: ref ?? `#${file.before + Math.abs(seq)}`,
    hasId: ref !== null,
    at: instant(Number(fields[7])),
    position: file.before + (seq < 0 ? file.last + 1 + seq : seq),
    part: Number(fields[5]),
    kind: kindOf(fields[8] ?? ""),
    unit: textOrNull(fields[9]),
    toUnit: textOrNull(fields[10]),
    reasonCode: textOrNull(fields[11]),
    text: textOrNull(fields[12]),
    operator: textOrNull(fields[13]),
    result: textOrNull(fields[14]),
    dueAt: due === "\\N" ? null : instant(Number(due)),
  };
}

/** Sorted lines as orders, about `size` lines at a time. */
export async function* collectOrders(
  heaps: AsyncIterable<readonly string[]>,
  places: FilePlaces,
  size: number,
): AsyncIterable<readonly StagedOrder[]> {
  let orders: Draft[] = [];
  let current = draftOf("");
  let key: string | null = null;
  let rows = 0;
  for await (const lines of heaps) {
    for (const line of lines) {
      const fields = line.split("\t");
      if (fields[0] !== key) {
        if (rows >= size) {
          yield orders;
          orders = [];
          rows = 0;
        }
        key = fields[0] ?? "";
        current = draftOf(unescaped(key) ?? "");
        orders.push(current);
      }
      rows += 1;
      take(current, fields, places);
    }
  }
  if (orders.length > 0) yield orders;
}

function take(order: Draft, fields: readonly string[], places: FilePlaces): void {
  const cells = fields[4] ?? "\\N";
  const file = Number(fields[2]);
  if (cells !== "\\N") {
    const read: unknown = JSON.parse(unescaped(cells) ?? "null");
    if (fields[1] === "t") order.attributes.push(read);
    else order.rows.push({ file, cells: read });
  } else if (fields[8] !== "\\N") {
    const place = places[file];
    if (!place) throw new Error(`no file ${file}`);
    order.events.push(eventOf(fields, place));
  }
}
