import {
  ApiError,
  type ChangeTemplate,
  type PaperTemplateItem,
  type PaperTemplates,
  PaperWordingSchema,
  requirePermission,
} from "@tianyan/api";
import { PAPER_KINDS, type PaperKind } from "@tianyan/core";
import { addPaperTemplate, lockPaperTemplates, type Runner, readPaperTemplates } from "@tianyan/db";
import { defaultTemplates, type Issuer, unknownPlaceholders } from "@tianyan/papers";
import type { Actor } from "../../auth/actor";
import { record } from "../audit/record";
import type { Services } from "../services";

/** Until a commission has put its own name into the wording. */
const ISSUER: Issuer = { name: "中共县纪律检查委员会", shortName: "县纪委监委", office: "县纪委监委办公室" };

/** What stands before the year in a number, until a commission has its own. */
const MARKS: Readonly<Record<PaperKind, string>> = {
  supervision_order: "纪督",
  work_reminder: "纪提",
  supervision_letter: "纪督函",
  proposal: "纪监建",
  circular: "纪通",
};

/** The wording in force of every kind: the commission's newest, else what the product comes with. */
export async function loadTemplates(sql: Runner): Promise<Readonly<Record<PaperKind, PaperTemplateItem>>> {
  const changed = await readPaperTemplates(sql);
  const given = defaultTemplates(ISSUER);
  const templateOf = (kind: PaperKind): PaperTemplateItem => {
    const row = changed.find((one) => one.kind === kind);
    if (!row)
      return { kind, version: 0, mark: MARKS[kind], wording: PaperWordingSchema.parse(given[kind]), author: null };
    const { version, mark, body, author } = row;
    return { kind, version, mark, wording: PaperWordingSchema.parse(body), author };
  };
  return {
    supervision_order: templateOf("supervision_order"),
    work_reminder: templateOf("work_reminder"),
    supervision_letter: templateOf("supervision_letter"),
    proposal: templateOf("proposal"),
    circular: templateOf("circular"),
  };
}

/** One of each kind. */
export async function listTemplates({ db }: Services, actor: Actor): Promise<PaperTemplates> {
  requirePermission(actor, "papers.templates");
  const templates = await loadTemplates(db.sql);
  return { items: PAPER_KINDS.map((kind) => templates[kind]) };
}

/** Puts a wording into force, as a version of its own; papers that are there keep what they were drafted with. */
export async function changeTemplate(
  services: Services,
  actor: Actor,
  kind: PaperKind,
  { version: seen, mark, wording }: ChangeTemplate,
): Promise<PaperTemplates> {
  requirePermission(actor, "papers.templates");
  if (wording.kind !== kind) throw new ApiError("paper.template_unusable");
  const unknown = unknownPlaceholders(wording).map((name) => `{${name}}`);
  if (unknown.length > 0)
    throw new ApiError("paper.template_unusable", {
      detail: {
        zh: `没有数据可以填入 ${unknown.join("、")}，请更正或删除`,
        en: `Nothing fills in ${unknown.join(", ")}: correct or remove it`,
      },
    });
  const at = services.now();
  await services.work.sql.begin(async (tx) => {
    await lockPaperTemplates(tx);
    const before = (await loadTemplates(tx))[kind];
    if (before.version !== seen) throw new ApiError("paper.template_changed");
    const version = await addPaperTemplate(tx, { kind, mark, body: wording, author: actor.name }, at);
    await record(tx, actor, {
      action: "paper.template_changed",
      subject: { type: "paper_template", id: kind },
      before: { version: before.version, mark: before.mark },
      after: { version, mark },
      outcome: "done",
    });
  });
  return listTemplates(services, actor);
}
