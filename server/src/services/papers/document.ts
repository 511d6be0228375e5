import { ApiError, type PaperDocument, type PaperFormAsked, requirePermission } from "@tianyan/api";
import { instant } from "@tianyan/core";
import { readPaperHead } from "@tianyan/db";
import { renderDocx, renderHtml, renderText, spansText, trackVersions } from "@tianyan/papers";
import type { Actor } from "../../auth/actor";
import { asActor } from "../../auth/as-actor";
import type { Services } from "../services";
import { pdfOf } from "./pdf";
import { type KeptText, loadTexts, requireText, shownDocument } from "./text";

const TYPES: Readonly<Record<PaperFormAsked["as"], { readonly type: string; readonly ending: string }>> = {
  docx: { type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document", ending: "docx" },
  pdf: { type: "application/pdf", ending: "pdf" },
  html: { type: "text/html; charset=utf-8", ending: "html" },
  text: { type: "text/plain; charset=utf-8", ending: "txt" },
};

/** The document of a paper in sight, for saving: the same text is the same bytes. Throws where it was written outside. */
export async function openDocument(
  services: Services,
  actor: Actor,
  id: string,
  { as, revisions }: PaperFormAsked,
): Promise<Response> {
  requirePermission(actor, "papers.read");
  const { text, texts } = await asActor(services, actor, async ({ db: { sql } }) => {
    const head = await readPaperHead(sql, id);
    if (!head) throw new ApiError("paper.not_found");
    const kept = await loadTexts(sql, id);
    return { text: shownDocument(requireText(kept, head)), texts: kept };
  });
  const { type, ending } = TYPES[as];
  const bytes = await written(text, as, revisions ? texts : []);
  const name = encodeURIComponent(`${spansText(text.title)}.${ending}`);
  return new Response(bytes, {
    headers: { "content-type": type, "content-disposition": `attachment; filename*=UTF-8''${name}` },
  });
}

async function written(
  text: PaperDocument,
  as: PaperFormAsked["as"],
  texts: readonly KeptText[],
): Promise<string | Uint8Array<ArrayBuffer>> {
  switch (as) {
    case "html":
      return renderHtml(text);
    case "text":
      return renderText(text);
    case "pdf":
      return new Uint8Array(await pdfOf(await renderDocx(text)));
    case "docx":
      return new Uint8Array(await renderDocx(text, revisionsOf(texts)));
  }
}

/** What was changed since the draft, each change with who made it when. */
function revisionsOf(texts: readonly KeptText[]): Parameters<typeof renderDocx>[1] {
  if (texts.length < 2) return {};
  const versions = texts.map(({ body, author, at }) => ({
    body: shownDocument(body).body,
    by: { name: author, at: instant(at) },
  }));
  return { changes: trackVersions(versions) };
}
