import { SaxesParser, type SaxesTagPlain } from "saxes";
import type { Refusal } from "../refusal";

/** What a part of an XML file says, as it goes by. Names come without their prefix. */
export interface XmlEvents {
  readonly open: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
}

export interface XmlRefusals {
  readonly dtd: () => Refusal;
  readonly broken: () => Refusal;
  readonly long: () => Refusal;
}

const DEEPEST = 200;
const LONGEST = 16_000_000;

export const localName = (name: string): string => {
  const colon = name.indexOf(":");
  return colon === -1 ? name : name.slice(colon + 1);
};

/**
 * Parses XML that comes in pieces of text. A DTD is refused, and with it every entity but the five of XML itself; so are texts over 16
 * million characters and elements over 200 deep. Returns a function that takes a piece, or null at the end.
 */
export function createXmlParser(events: XmlEvents, refusals: XmlRefusals): (piece: string | null) => void {
  const parser = new SaxesParser({ position: false, xmlns: false });
  let depth = 0;
  let sinceEvent = 0;
  parser.on("error", () => {
    throw refusals.broken();
  });
  parser.on("doctype", () => {
    throw refusals.dtd();
  });
  parser.on("opentag", (tag: SaxesTagPlain) => {
    sinceEvent = 0;
    if (++depth > DEEPEST) throw refusals.broken();
    events.open(localName(tag.name), tag.attributes);
  });
  parser.on("closetag", (tag: SaxesTagPlain) => {
    sinceEvent = 0;
    depth--;
    events.close?.(localName(tag.name));
  });
  const { text } = events;
  if (text) {
    parser.on("text", text);
    parser.on("cdata", text);
  }
  let first = true;
  return (piece) => {
    if (piece === null) {
      parser.close();
      return;
    }
    // The DTD's event comes at its end: before that, it could be as long as the file.
    if (first && /<!DOCTYPE/i.test(piece.slice(0, 65_536))) throw refusals.dtd();
    first = false;
    sinceEvent += piece.length;
    if (sinceEvent > LONGEST) throw refusals.long();
    parser.write(piece);
  };
}
