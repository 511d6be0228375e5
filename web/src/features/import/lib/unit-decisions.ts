import type { NewUnitInput, RegisteredUnit, UnitFieldsInput } from "@tianyan/api";

/** What somebody decided on a name that no table of units has; nothing decided means later. */
export type UnitDecision = { readonly as: "new" } | { readonly as: "same"; readonly code: string };
export type UnitDecisions = Readonly<Record<string, UnitDecision>>;

export type UnitStep =
  | { readonly step: "add"; readonly unit: NewUnitInput }
  | { readonly step: "change"; readonly code: string; readonly unit: UnitFieldsInput };

/** Whom a chain of "the same as" ends at; a circle ends where it began. */
function endOf(word: string, decisions: UnitDecisions): string {
  const passed = new Set([word]);
  let here = word;
  for (;;) {
    const decision = decisions[here];
    if (decision?.as !== "same" || passed.has(decision.code)) return here;
    here = decision.code;
    passed.add(here);
  }
}

/** What the registry has to be told before the load, in order: every unit once, with all its new names. */
export function unitSteps(decisions: UnitDecisions, listed: readonly RegisteredUnit[]): readonly UnitStep[] {
  const names = new Map<string, string[]>();
  for (const [word, decision] of Object.entries(decisions)) {
    const end = endOf(word, decisions);
    const own = names.get(end) ?? [];
    names.set(end, decision.as === "same" && end !== word ? [...own, word] : own);
  }
  return [...names].map(([code, aliases]): UnitStep => {
    const unit = listed.find((one) => one.code === code);
    if (!unit) return { step: "add", unit: { code, name: code, aliases } };
    const { name, parent, kind } = unit;
    return { step: "change", code, unit: { name, parent, kind, aliases: [...unit.aliases, ...aliases] } };
  });
}
