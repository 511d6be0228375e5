import { type PaperItem, type PapersExport, permitted } from "@tianyan/api";
import { PAPER_KIND_TEXTS, PAPER_STATE_TEXTS, RECEIPT_STATE_TEXTS } from "@tianyan/core";
import { pagePapers } from "@tianyan/db";
import { csvField } from "@tianyan/ingest";
import type { Actor } from "../../auth/actor";
import { asActor } from "../../auth/as-actor";
import { loadCaseClock } from "../cases/case-clock";
import type { Services } from "../services";
import { paperCriteria } from "./list";
import { loadPaperWords, paperItem } from "./rows";

const HEADER = [
  "发文字号",
  "文种",
  "标题",
  "状态",
  "案件",
  "印发日期",
  "主送单位",
  "送达状态",
  "回复期限",
  "是否逾期",
  "回复日期",
  "回复内容",
] as const;

/** The most that a register holds. */
const MOST = 100_000;

/** The register as CSV, a line for every unit that a paper goes to; in the words of the house. */
export const exportPapers = (services: Services, actor: Actor, query: PapersExport): Promise<string> =>
  asActor(services, permitted(actor, "papers.read"), async ({ db: { sql }, now, scope }) => {
    const clock = await loadCaseClock(sql, now());
    const { rows } = await pagePapers(sql, await paperCriteria(sql, query, clock), null, MOST);
    const words = await loadPaperWords(sql, rows, { clock, own: scope.own });
    const lines = rows.flatMap((row) => linesOf(paperItem(row, words)));
    return `\ufeff${[HEADER, ...lines].map((line) => line.map(csvField).join(",")).join("\r\n")}\r\n`;
  });

function linesOf(paper: PaperItem): string[][] {
  const head = [
    paper.number ?? "",
    paper.kind === null ? "系统外制发" : PAPER_KIND_TEXTS[paper.kind].zh,
    paper.title,
    PAPER_STATE_TEXTS[paper.state].zh,
    paper.case.number,
    paper.sent_on ?? "",
  ];
  if (paper.receipts.length === 0) return [[...head, "", "", "", "", "", ""]];
  return paper.receipts.map((receipt) => [
    ...head,
    receipt.unit.name,
    receipt.state === null ? "" : RECEIPT_STATE_TEXTS[receipt.state].zh,
    receipt.due_on ?? "",
    receipt.overdue ? "是" : "",
    receipt.replied_on ?? "",
    receipt.reply ?? "",
  ]);
}
