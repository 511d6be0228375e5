import type { ImportItem } from "@tianyan/api";

/** Rows of all its files, whatever became of them. */
export const rowsOf = ({ files }: Pick<ImportItem, "files">): number => files.reduce((all, { rows }) => all + rows, 0);
