import type { CaseFactsForPaper } from "../facts/case-facts";
import { factTable, unitId } from "../facts/table";
import type { Block, Paper, Span } from "../paper/paper";
import type { PaperTemplate, TemplateBlock } from "../template/template";
import { type Filling, fill, holds, items } from "./fill";
import type { DraftSetting } from "./setting";
import { Writing } from "./write";

/** What stands before others or asks for change speaks only of what was confirmed. */
const ONLY_CONFIRMED = new Set(["circular", "proposal"]);

/** A paper of the template's kind from the facts: the same arguments give the same paper. Units of `setting.to` must be in the facts. */
export function draftPaper(facts: CaseFactsForPaper, template: PaperTemplate, setting: DraftSetting): Paper {
  const table = factTable(facts, setting.reply);
  const filling: Filling = {
    facts,
    table,
    problems: problemsFor(facts, template, setting.to),
    recipients: setting.to.length || template.to.length,
  };
  const to: readonly Span[] =
    setting.to.length > 0
      ? setting.to.flatMap((code) => new Writing(table).fact(`${unitId(code)}.name`).spans)
      : template.to.map((text) => ({ text }));
  return {
    kind: template.kind,
    form: template.form,
    naming: template.naming,
    issuerMark: template.issuerMark,
    number: null,
    urgency: setting.urgency ?? null,
    title: fill(template.title, filling),
    to,
    body: template.blocks.flatMap((block) => blocks(block, filling)),
    attachments: template.attachments,
    signature: template.signature,
    date: null,
    note: template.note,
    copyTo: template.copyTo,
    printedBy: template.printedBy,
    printedOn: null,
  };
}

function blocks(block: TemplateBlock, filling: Filling): readonly Block[] {
  if (!holds(block, filling)) return [];
  return items(block, filling).map((item): Block => {
    const spans = fill(block.text, filling, item);
    return block.type === "heading"
      ? { type: "heading", level: block.level ?? 1, spans }
      : { type: "paragraph", spans };
  });
}

/** Places of the findings that a paper speaks of: those that name somebody whom it goes to, or all where it goes to others. */
function problemsFor(
  facts: CaseFactsForPaper,
  { kind, naming }: PaperTemplate,
  to: readonly string[],
): readonly number[] {
  const spoken = [...facts.findings.entries()].filter(([, { confirmed }]) => confirmed || !ONLY_CONFIRMED.has(kind));
  const own = spoken.filter(([, { units }]) => units.some((unit) => to.includes(unit)));
  return (naming === "addressee" && own.length > 0 ? own : spoken).map(([index]) => index);
}
