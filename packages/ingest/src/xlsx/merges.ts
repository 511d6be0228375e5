/**
 * Merged cells: the value of the first row of a block stands for all its rows, in the block's first column. Kept as numbers, and looked up
 * by rows that come in order: an export may merge several columns of every order.
 */
export class Merges {
  /** By column (from 0): first and last row (from 1) of its blocks, one after the other. */
  readonly #blocks = new Map<number, number[]>();
  #count = 0;

  get count(): number {
    return this.#count;
  }

  /** `reference` as in `A2:B5`; anything else is passed over. */
  add(reference: string): void {
    const match = /^\$?([A-Z]{1,3})\$?(\d{1,7}):\$?[A-Z]{1,3}\$?(\d{1,7})$/.exec(reference);
    if (!match) return;
    const first = Number(match[2]);
    const last = Number(match[3]);
    if (last <= first) return;
    const column = columnNumber(match[1] as string);
    const blocks = this.#blocks.get(column);
    if (blocks) blocks.push(first, last);
    else this.#blocks.set(column, [first, last]);
    this.#count++;
  }

  /** A function that fills the cells of rows, which must come in order, in place. */
  createFiller(): (line: number, cells: string[]) => void {
    const columns = [...this.#blocks].map(([column, blocks]) => ({
      column,
      blocks: sorted(blocks),
      at: 0,
      value: "",
      of: 0,
    }));
    return (line, cells) => {
      for (const block of columns) {
        while (block.at < block.blocks.length && (block.blocks[block.at + 1] ?? 0) < line) block.at += 2;
        const first = block.blocks[block.at];
        if (first === undefined || first > line) continue;
        if (line === first) {
          block.value = cells[block.column] ?? "";
          block.of = first;
        } else if (block.of === first && block.value !== "" && (cells[block.column] ?? "") === "") {
          while (cells.length <= block.column) cells.push("");
          cells[block.column] = block.value;
        }
      }
    };
  }
}

function sorted(blocks: readonly number[]): readonly number[] {
  const order = Array.from({ length: blocks.length / 2 }, (_, index) => index * 2);
  order.sort((a, b) => (blocks[a] ?? 0) - (blocks[b] ?? 0));
  return order.flatMap((at) => [blocks[at] ?? 0, blocks[at + 1] ?? 0]);
}

/** Column number, from 0, of its letters. */
export function columnNumber(letters: string): number {
  let number = 0;
  for (let at = 0; at < letters.length; at++) number = number * 26 + letters.charCodeAt(at) - 64;
  return number - 1;
}
