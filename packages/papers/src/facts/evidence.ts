import type { CaseFactsForPaper, FindingForPaper } from "./case-facts";

const CJK = "\\u3000-\\u303f\\u3400-\\u9fff\\uff00-\\uffef";
const BLANK_AFTER = new RegExp(`([${CJK}]) +`, "gu");
const BLANK_BEFORE = new RegExp(` +([${CJK}])`, "gu");
const TO_AND_FRO = /([^，：]+ ⇄ [^，：]+?) *往返/u;

/**
 * The evidence of a finding as papers write it: no blanks around figures, no arrows. Of an order that went to and fro only those are
 * named whom the finding names: who came into it otherwise answers for nothing.
 */
export function asWritten(finding: FindingForPaper, { units }: CaseFactsForPaper): string {
  const named = new Set(units.filter(({ code }) => finding.units.includes(code)).map(({ name }) => name));
  return finding.evidence
    .replace(TO_AND_FRO, (_, path: string) => {
      const among = path.split("⇄").map((name) => name.trim());
      const answering = among.filter((name) => named.has(name));
      return answering.length > 1 ? `工单在${answering.join("、")}之间往返` : "工单在单位之间往返";
    })
    .replace(BLANK_AFTER, "$1")
    .replace(BLANK_BEFORE, "$1");
}
