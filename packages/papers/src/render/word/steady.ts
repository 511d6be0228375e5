import type { Paper } from "../../paper/paper";
import { spansText } from "../../paper/paper";

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (mark) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[mark] ?? mark);

/** The library writes the clock into the properties; here they say the date of the paper. */
export const coreProperties = (paper: Paper): { readonly path: string; readonly data: string } => {
  const at = `${paper.date ?? "2000-01-01"}T00:00:00Z`;
  const time = (name: string): string => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${at}</dcterms:${name}>`;
  return {
    path: "docProps/core.xml",
    data: `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escaped(
      spansText(paper.title),
    )}</dc:title><dc:creator>${escaped(paper.signature)}</dc:creator><cp:lastModifiedBy>${escaped(
      paper.signature,
    )}</cp:lastModifiedBy>${time("created")}${time("modified")}</cp:coreProperties>`,
  };
};

const CENTRAL = 46;
const END = 22;
/** 1 January 1980, 00:00, the first that the format knows: in its words, date above time. */
const EPOCH = 0x00210000;

/** The archive with the same time at every entry, so that the same content is the same bytes. It has no comment. */
export function steadyZip(archive: Uint8Array): Uint8Array {
  const bytes = archive.slice();
  const view = new DataView(bytes.buffer);
  const end = bytes.length - END;
  let entry = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    view.setUint32(entry + 12, EPOCH, true);
    view.setUint32(view.getUint32(entry + 42, true) + 10, EPOCH, true);
    entry +=
      CENTRAL + view.getUint16(entry + 28, true) + view.getUint16(entry + 30, true) + view.getUint16(entry + 32, true);
  }
  return bytes;
}
