import { parametersDocument, permitted, type RuleItem, type Rules } from "@tianyan/api";
import { missingNeeds, REGISTRY, RULE_TEXTS, RULES } from "@tianyan/core";
import type { Actor } from "../../auth/actor";
import { asActor, type Reading } from "../../auth/as-actor";
import { loadJudging, recordsOf } from "../judging/setting";
import type { Services } from "../services";
import { loadVerified, verifiedItem } from "../triage/verified";

/** Every rule with its words, its parameters, and by which sources it can be measured. */
export const listRules = (services: Services, actor: Actor): Promise<Rules> =>
  asActor(services, permitted(actor, "rules.read"), readRules);

async function readRules(reading: Reading): Promise<Rules> {
  const { db, now, scope } = reading;
  const judging = await loadJudging(db.sql);
  const at = now();
  const { version, parameters } = judging.parametersAt(at);
  const sources = judging.sources.filter(({ code }) => scope.sources?.includes(code) ?? true);
  const verified = await loadVerified(reading, at);
  const rules = RULES.map((rule): RuleItem => {
    const { name, definition } = RULE_TEXTS[rule];
    return {
      rule,
      type: REGISTRY[rule].type,
      name,
      definition,
      needs: REGISTRY[rule].needs.map((kinds) => [...kinds]),
      verified: verifiedItem(verified(rule)),
      sources: sources.map((source) => {
        const missing = missingNeeds(rule, recordsOf(source));
        const { enabled } = judging.bench(source.code, at).setting.parameters.rules[rule];
        return { source: source.code, enabled, measurable: missing.length === 0, missing };
      }),
    };
  });
  return { version, parameters: parametersDocument(parameters), rules };
}
