import { TextDecoder } from "node:util";
import { refusals } from "../readers/refusals";
import { createXmlParser, type XmlEvents } from "../readers/xml";
import type { ZipEntry } from "./zip-directory";
import { type OnPacked, readEntry } from "./zip-entry";

/** Parses an XML part of a workbook, and pauses after every piece of it; whoever has enough stops asking. */
export async function* parsePart(
  path: string,
  entry: ZipEntry,
  events: XmlEvents,
  onPacked?: OnPacked,
): AsyncGenerator<undefined, void, undefined> {
  const parse = createXmlParser(events, {
    dtd: () => refusals.dtd(path),
    broken: () => refusals.damagedWorkbook(path),
    long: () => refusals.longRecord(path),
  });
  let decoder: TextDecoder | null = null;
  for await (const chunk of readEntry(path, entry, onPacked)) {
    decoder ??= new TextDecoder(chunk[0] === 0xff ? "utf-16le" : chunk[0] === 0xfe ? "utf-16be" : "utf-8");
    parse(decoder.decode(chunk, { stream: true }));
    yield undefined;
  }
  if (decoder) parse(decoder.decode());
  parse(null);
  yield undefined;
}

/** Parses a part to its end. */
export async function parseWhole(path: string, entry: ZipEntry, events: XmlEvents): Promise<void> {
  for await (const _ of parsePart(path, entry, events));
}
