import { ApiError, type PaperDocument, PaperDocumentSchema } from "@tianyan/api";
import { type PaperHead, type PaperTextRow, type Runner, readPaperTexts } from "@tianyan/db";
import { shown } from "../personal/shown";

/** A text with whose it is. */
export interface KeptText extends Omit<PaperTextRow, "body"> {
  readonly body: PaperDocument;
}

/** Every hand that the text went through, oldest first; for a unit what went out. */
export const loadTexts = async (sql: Runner, id: string): Promise<readonly KeptText[]> =>
  (await readPaperTexts(sql, id)).map(({ body, ...text }) => ({ ...text, body: PaperDocumentSchema.parse(body) }));

/** The text as it is now; null of what was written outside. */
export const textNow = (texts: readonly KeptText[], { text_no }: PaperHead): PaperDocument | null =>
  texts.find(({ no }) => no === text_no)?.body ?? null;

/** The same. Throws where there is none. */
export function requireText(texts: readonly KeptText[], head: PaperHead): PaperDocument {
  const text = textNow(texts, head);
  if (!text) throw new ApiError("paper.no_text");
  return text;
}

/** What people wrote, masked where it looks like a citizen's identity; which orders a datum comes from stays as it is. */
export function shownDocument(text: PaperDocument): PaperDocument {
  const spans = (list: PaperDocument["title"]) => list.map((span) => ({ ...span, text: shown(span.text) }));
  return {
    ...text,
    issuerMark: shown(text.issuerMark),
    title: spans(text.title),
    to: spans(text.to),
    body: text.body.map((block) => ({ ...block, spans: spans(block.spans) })),
    attachments: text.attachments.map(shown),
    signature: shown(text.signature),
    note: shown(text.note),
    copyTo: text.copyTo.map(shown),
    printedBy: shown(text.printedBy),
  };
}
