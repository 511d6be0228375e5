import type { CategoryTree } from "@tianyan/api";

export type Category = CategoryTree["categories"][number];

export interface CategoryLine {
  readonly category: Category;
  readonly depth: number;
  readonly parent: boolean;
}

/** What is to be seen of the tree, top down: below an open category, or everything that leads to what was looked for. */
export function categoryLines(
  categories: readonly Category[],
  { open, find }: { readonly open: ReadonlySet<string>; readonly find: string },
): CategoryLine[] {
  const wanted = find.trim().toLowerCase();
  const children = new Map<string, Category[]>();
  for (const category of categories) {
    const siblings = children.get(category.parent);
    if (siblings) siblings.push(category);
    else children.set(category.parent, [category]);
  }
  const fits = (category: Category): boolean =>
    category.name.toLowerCase().includes(wanted) || (children.get(category.path) ?? []).some(fits);
  const lines: CategoryLine[] = [];
  const place = (parent: string, depth: number) => {
    for (const category of children.get(parent) ?? []) {
      if (wanted !== "" && !fits(category)) continue;
      lines.push({ category, depth, parent: children.has(category.path) });
      if (wanted !== "" || open.has(category.path)) place(category.path, depth + 1);
    }
  };
  place("", 0);
  return lines;
}
