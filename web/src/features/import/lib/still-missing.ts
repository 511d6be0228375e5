import type { RecognitionResult } from "@tianyan/api";
import { type Answers, mapsInForce } from "./answers";
import { missingIn } from "./mapping";
import { usedTables } from "./table-choices";

/** Whether a table would lack a required column by what was said so far; then it is not worth reading again. */
export const stillMissing = (recognition: RecognitionResult, answers: Answers): boolean =>
  usedTables(recognition)
    .map(({ table }) => table)
    .some((table) => missingIn(mapsInForce(recognition, answers, table), table).length > 0);
