import type { CaseFactsForPaper } from "../facts/case-facts";
import type { FactTable } from "../facts/fact";
import { bureaus, orderId, unitId } from "../facts/table";
import type { Span } from "../paper/paper";
import type { TemplateBlock } from "../template/template";
import { orderStory } from "./story";
import { Writing } from "./write";

/** What drafting knows: the facts, their table, and what the paper is about. */
export interface Filling {
  readonly facts: CaseFactsForPaper;
  readonly table: FactTable;
  /** Places in `facts.findings` of those that the paper speaks of. */
  readonly problems: readonly number[];
  readonly recipients: number;
}

/** What a repeated block stands for: its words by name. */
type Item = (name: string, writing: Writing) => boolean;
const NOTHING: Item = () => false;

const PLACEHOLDER = /\{([^{}]*)\}/;

/** A text of a template with its placeholders filled in; one that nobody knows stays as it is, and the check finds it. */
export function fill(text: string, filling: Filling, item: Item = NOTHING): readonly Span[] {
  const writing = new Writing(filling.table);
  text.split(PLACEHOLDER).forEach((piece, index) => {
    if (index % 2 === 0) writing.words(piece);
    else if (!item(piece, writing) && !common(piece, writing, filling)) writing.words(`{${piece}}`);
  });
  return writing.spans;
}

function common(name: string, writing: Writing, { facts, table, problems, recipients }: Filling): boolean {
  const [order] = facts.orders;
  if (name === "subject" && order?.title && facts.orders.length === 1)
    writing.fact(`${orderId(order)}.title`).words("问题");
  else if (name === "subject") writing.fact("orders.count").words("群众诉求");
  else if (name === "you") writing.words(recipients > 1 ? "你们单位" : "你单位");
  else if (name === "units.list")
    names(
      bureaus(facts).map(({ code }) => code),
      writing,
    );
  else if (name === "units.named") {
    const named = new Set(problems.flatMap((index) => facts.findings[index]?.units ?? []));
    names(
      bureaus(facts)
        .map(({ code }) => code)
        .filter((code) => named.has(code)),
      writing,
    );
  } else if (table.has(name)) writing.fact(name);
  else return false;
  return true;
}

const names = (codes: readonly string[], writing: Writing): unknown =>
  writing.list(codes, "、", (code) => writing.fact(`${unitId(code)}.name`));

/** The things for which a block stands once each; a block that is not repeated stands for nothing, once. */
export function items(block: TemplateBlock, { facts, table, problems }: Filling): readonly Item[] {
  const fact =
    (prefix: string, unit: string | null, kind: string): Item =>
    (name, writing) => {
      const [start, ...rest] = name.split(".");
      const field = rest.join(".");
      if (start !== kind) return false;
      const id = field === "unit" && unit !== null ? `${unitId(unit)}.name` : `${prefix}.${field}`;
      if (!table.has(id)) return false;
      writing.fact(id);
      return true;
    };
  switch (block.each) {
    case "order":
      return facts.orders.map((order) => (name, writing) => {
        if (name !== "order.story") return fact(orderId(order), null, "order")(name, writing);
        writing.spans.push(...orderStory(order, facts, table));
        return true;
      });
    case "problem":
      return problems.map((index) => fact(`finding[${index}]`, null, "problem"));
    case "measure":
      return facts.measures.map((measure, index) => fact(`measure[${index}]`, measure.unit, "measure"));
    case "system":
      return facts.systems.map((system, index) => fact(`system[${index}]`, system.unit, "system"));
    default:
      return [NOTHING];
  }
}

/** Whether what a block depends on is there, and is not none. */
export function holds({ when }: TemplateBlock, { table, problems, facts }: Filling): boolean {
  if (when === undefined) return true;
  if (when === "problems") return problems.length > 0;
  if (when === "measures") return facts.measures.length > 0;
  const fact = table.get(when);
  return fact !== undefined && fact.figure?.value !== 0;
}
