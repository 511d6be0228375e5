import { closeSync, openSync, writeSync } from "node:fs";
import { compareCodePoints } from "@tianyan/core";
import { readLines } from "./lines";
import type { TempFolder } from "./temp-folder";

/** The lines of one order, each with a tag by which they may still be dropped; already in their order. */
export interface OrderLines {
  readonly orderId: string;
  readonly lines: readonly { readonly tag: string; readonly text: string }[];
}

const MOST_CHARACTERS = 8 * 1024 * 1024;

/** Lines of many orders, to be read by order id in code points: kept in memory up to a bound, beyond it in sorted files. */
export class SortedLines {
  readonly #folder: TempFolder;
  readonly #most: number;
  readonly #runs: string[] = [];
  #orders: OrderLines[] = [];
  #characters = 0;

  constructor(folder: TempFolder, most = MOST_CHARACTERS) {
    this.#folder = folder;
    this.#most = most;
  }

  add(order: OrderLines): void {
    if (order.lines.length === 0) return;
    this.#orders.push(order);
    for (const line of order.lines) this.#characters += line.text.length + 80;
    if (this.#characters > this.#most) this.#spill();
  }

  /** All lines; after this nothing can be added. */
  async *read(): AsyncGenerator<OrderLines, void, undefined> {
    this.#sort();
    if (this.#runs.length === 0) yield* this.#orders;
    else yield* merge([...this.#runs.map(readRun), fromMemory(this.#orders)]);
  }

  #sort(): void {
    this.#orders.sort((a, b) => compareCodePoints(a.orderId, b.orderId));
  }

  #spill(): void {
    this.#sort();
    const path = this.#folder.file();
    const file = openSync(path, "wx");
    let text = "";
    for (const { orderId, lines } of this.#orders) {
      text += `${JSON.stringify(orderId)}\n${lines.length}\n`;
      for (const line of lines) text += `${line.tag}\n${line.text}\n`;
      if (text.length > 1024 * 1024) {
        writeSync(file, text);
        text = "";
      }
    }
    writeSync(file, text);
    closeSync(file);
    this.#runs.push(path);
    this.#orders = [];
    this.#characters = 0;
  }
}

async function* fromMemory(orders: readonly OrderLines[]): AsyncGenerator<OrderLines, void, undefined> {
  yield* orders;
}

async function* readRun(path: string): AsyncGenerator<OrderLines, void, undefined> {
  let head: string | null = null;
  let expected = -1;
  let tag: string | null = null;
  let lines: { tag: string; text: string }[] = [];
  for await (const batch of readLines(path)) {
    for (const line of batch) {
      if (head === null) head = line;
      else if (expected === -1) expected = Number(line);
      else if (tag === null) tag = line;
      else {
        lines.push({ tag, text: line });
        tag = null;
        if (lines.length < expected) continue;
        yield { orderId: String(JSON.parse(head)), lines };
        head = null;
        expected = -1;
        lines = [];
      }
    }
  }
}

interface Head {
  readonly next: OrderLines;
  readonly rest: AsyncGenerator<OrderLines, void, undefined>;
}

/** Merges sorted sequences; the smallest head is kept at the root of a heap. */
async function* merge(
  runs: readonly AsyncGenerator<OrderLines, void, undefined>[],
): AsyncGenerator<OrderLines, void, undefined> {
  const heap: Head[] = [];
  for (const rest of runs) {
    const first = await rest.next();
    if (!first.done) heap.push({ next: first.value, rest });
  }
  for (let at = (heap.length >> 1) - 1; at >= 0; at--) sink(heap, at);
  for (let root = heap[0]; root; root = heap[0]) {
    yield root.next;
    const following = await root.rest.next();
    if (!following.done) heap[0] = { next: following.value, rest: root.rest };
    else {
      const last = heap.pop();
      if (last && heap.length > 0) heap[0] = last;
    }
    sink(heap, 0);
  }
}

function sink(heap: Head[], from: number): void {
  for (let at = from; ; ) {
    const left = 2 * at + 1;
    const right = left + 1;
    let least = at;
    if (before(heap[left], heap[least])) least = left;
    if (before(heap[right], heap[least])) least = right;
    const [a, b] = [heap[at], heap[least]];
    if (least === at || !a || !b) return;
    heap[at] = b;
    heap[least] = a;
    at = least;
  }
}

const before = (a: Head | undefined, b: Head | undefined): boolean =>
  a !== undefined && b !== undefined && compareCodePoints(a.next.orderId, b.next.orderId) < 0;
