import { findPersonal } from "@tianyan/core";
import { callerColumn, type Profile } from "@tianyan/ingest";
import type { Keyring } from "../../keys/keyring";

/**
 * How a cell goes into a file that leaves the house and is to come back: what is of a person in it is encrypted, so that the file tells
 * nothing and loads as if nothing had been done to it.
 */
export function concealedCells(keys: Keyring, profile: Profile): (header: string, text: string) => string {
  return (header, text) => {
    if (text === "") return text;
    if (callerColumn(header, profile) !== null) return keys.conceal(text);
    let done = 0;
    let written = "";
    for (const { start, end } of findPersonal(text)) {
      written += text.slice(done, start) + keys.conceal(text.slice(start, end));
      done = end;
    }
    return written + text.slice(done);
  };
}
