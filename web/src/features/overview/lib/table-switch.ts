import type { FigureName, OverviewSearch } from "./search";

/** Whether a figure is shown as its table, and the address that turns it. */
export function tableSwitch(
  name: FigureName,
  search: OverviewSearch,
  onSearch: (part: Partial<OverviewSearch>) => void,
): { readonly asTable: boolean; readonly onTable: (asTable: boolean) => void } {
  const shown = search.table ?? [];
  return {
    asTable: shown.includes(name),
    onTable(asTable) {
      const next = shown.filter((one) => one !== name);
      if (asTable) next.push(name);
      onSearch({ table: next.length > 0 ? next : undefined });
    },
  };
}
