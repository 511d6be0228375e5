import type { ImportItem } from "@tianyan/api";

/** Rows of all its files, those that were used and those that were left out. */
export const rowsOf = ({
  files,
}: {
  readonly files: readonly Pick<ImportItem["files"][number], "rows" | "rejected">[];
}): number => files.reduce((all, { rows, rejected }) => all + rows + rejected, 0);
