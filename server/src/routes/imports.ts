import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import type { ReadableStream as NodeStream } from "node:stream/web";
import { ApiError } from "@tianyan/api";
import * as definitions from "@tianyan/api/routes";
import type { Router } from "../http/hono";
import type { Desk } from "../services/desk";
import { cancelImport } from "../services/imports/cancel";
import { listImports, listRejects, readImport } from "../services/imports/list";
import { recogniseUploads } from "../services/imports/recognise";
import { readRecognising } from "../services/imports/recognising";
import { workbookPath, workbookSize } from "../services/imports/rejects-workbook";
import { startImport } from "../services/imports/start";
import { undoImport } from "../services/imports/undo";
import type { Services } from "../services/services";
import { receiveUpload } from "../services/uploads/receive";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

export function addImports(router: Router, services: Services, desk: Desk): void {
  router.openapi(definitions.upload, async (context) => {
    const length = Number(context.req.header("content-length") ?? Number.NaN);
    const upload = await receiveUpload(services, desk, context.get("actor"), {
      name: context.req.valid("query").name,
      body: context.req.raw.body,
      length: Number.isFinite(length) ? length : null,
    });
    return context.json(upload, 201);
  });
  router.openapi(definitions.recogniseUploads, async (context) => {
    const given = context.req.valid("json");
    const found = await recogniseUploads(services, desk, context.get("actor"), given, context.req.raw.signal);
    return context.json(found, 200);
  });
  router.openapi(definitions.readRecognising, async (context) => {
    const { watch } = context.req.valid("param");
    return context.json({ running: readRecognising(desk, watch) }, 200);
  });
  router.openapi(definitions.startImport, async (context) =>
    context.json(await startImport(services, desk, context.get("actor"), context.req.valid("json")), 202),
  );
  router.openapi(definitions.listImports, async (context) =>
    context.json(await listImports(services, desk, context.get("actor"), context.req.valid("query")), 200),
  );
  router.openapi(definitions.readImport, async (context) =>
    context.json(await readImport(services, desk, context.get("actor"), context.req.valid("param").id), 200),
  );
  router.openapi(definitions.cancelImport, async (context) =>
    context.json(await cancelImport(services, desk, context.get("actor"), context.req.valid("param").id), 200),
  );
  router.openapi(definitions.undoImport, async (context) =>
    context.json(await undoImport(services, desk, context.get("actor"), context.req.valid("param").id), 202),
  );
  router.openapi(definitions.listRejects, async (context) => {
    const { id } = context.req.valid("param");
    return context.json(await listRejects(services, context.get("actor"), id, context.req.valid("query")), 200);
  });
  router.openapi(definitions.rejectsWorkbook, async (context) => {
    const { id } = context.req.valid("param");
    const { language } = context.req.valid("query");
    await readImport(services, desk, context.get("actor"), id);
    const size = await workbookSize(desk, id, language);
    if (size === null) throw new ApiError("import.files_gone");
    const bytes = Readable.toWeb(createReadStream(workbookPath(desk, id, language))) as NodeStream<Uint8Array>;
    return new Response(bytes as ReadableStream<Uint8Array>, {
      headers: {
        "content-type": XLSX,
        "content-length": String(size),
        "content-disposition": `attachment; filename="rejects-${id}-${language}.xlsx"`,
      },
    });
  });
}
