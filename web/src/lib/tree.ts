interface Placed {
  readonly code: string;
  /** Code of the one above; "" at the top. */
  readonly parent: string;
}

export interface TreeLine<T> {
  readonly unit: T;
  /** 0 at the top. */
  readonly depth: number;
}

/** Units under the unit above them, siblings as they come; a unit whose parent is not listed stands at the top. */
export function treeLines<T extends Placed>(units: readonly T[]): TreeLine<T>[] {
  const codes = new Set(units.map((unit) => unit.code));
  const children = new Map<string, T[]>();
  for (const unit of units) {
    const parent = codes.has(unit.parent) && unit.parent !== unit.code ? unit.parent : "";
    children.set(parent, [...(children.get(parent) ?? []), unit]);
  }
  const lines: TreeLine<T>[] = [];
  const placed = new Set<string>();
  const place = (parent: string, depth: number) => {
    for (const unit of children.get(parent) ?? []) {
      if (placed.has(unit.code)) continue;
      placed.add(unit.code);
      lines.push({ unit, depth });
      place(unit.code, depth + 1);
    }
  };
  place("", 0);
  // A circle of parents hangs from nothing; its units are shown at the top all the same.
  for (const unit of units) if (!placed.has(unit.code)) lines.push({ unit, depth: 0 });
  return lines;
}
