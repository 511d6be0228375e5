const PDF = Buffer.from("%PDF-");
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const JPEG = Buffer.from([0xff, 0xd8, 0xff]);
const ZIP = Buffer.from([0x50, 0x4b, 0x03, 0x04]);
const OFFICE = "application/vnd.openxmlformats-officedocument";

const begins = (bytes: Buffer, mark: Buffer): boolean => bytes.subarray(0, mark.length).equals(mark);

/** The type of a file by its content, whatever its name says; null: none that is taken. */
export function fileType(bytes: Buffer): string | null {
  if (begins(bytes, PDF)) return "application/pdf";
  if (begins(bytes, PNG)) return "image/png";
  if (begins(bytes, JPEG)) return "image/jpeg";
  if (begins(bytes, ZIP)) return officeType(bytes);
  return isText(bytes) ? "text/plain" : null;
}

/** Names of the parts stand uncompressed in the archive. One with macros is none of them. */
function officeType(bytes: Buffer): string | null {
  if (bytes.includes("vbaProject.bin")) return null;
  if (bytes.includes("word/document.xml")) return `${OFFICE}.wordprocessingml.document`;
  return bytes.includes("xl/workbook.xml") ? `${OFFICE}.spreadsheetml.sheet` : null;
}

function isText(bytes: Buffer): boolean {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return !/[^\P{Cc}\t\r\n]/u.test(text) && !/^\s*</.test(text);
  } catch {
    return false;
  }
}
