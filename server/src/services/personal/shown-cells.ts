import { maskAddress, maskIdNumber, maskName, maskPhone } from "@tianyan/core";
import { type CallerColumn, callerColumn, type RecognisedTable } from "@tianyan/ingest";
import { shown } from "./shown";

const OF_COLUMN: Readonly<Record<CallerColumn, (text: string) => string>> = {
  caller_name: maskName,
  phone: maskPhone,
  id_number: maskIdNumber,
  address: maskAddress,
};

/** How a cell under this header is shown: who called is masked by what the column says, anything else by what is found in it. */
export function cellsUnder(table: Pick<RecognisedTable, "columns">): (header: string, text: string) => string {
  const mapped = new Map(
    table.columns.flatMap(({ column, headers }) =>
      Object.hasOwn(OF_COLUMN, column) ? headers.map((header) => [header, column as CallerColumn] as const) : [],
    ),
  );
  return (header, text) => {
    const column = mapped.get(header) ?? callerColumn(header);
    return column === null ? shown(text) : OF_COLUMN[column](text);
  };
}
