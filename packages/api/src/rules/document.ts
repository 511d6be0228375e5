import {
  type CountSteps,
  DEFAULT_PARAMETERS,
  type DeadlineSteps,
  type Duration,
  formatDuration,
  type Parameters,
  RULES,
} from "@tianyan/core";
import { z } from "zod";

const CountStep = z.number().int().nullable();
const Step = z.union([z.number().int(), z.string(), z.null()]);

/** The parameters as the document of domain.md, nothing left out; the core's `parseParameters` reads it back. */
export const ParametersDocumentSchema = z.object({
  rules: z.record(
    z.string(),
    z.object({
      enabled: z.boolean(),
      yellow: Step,
      orange: Step,
      red: Step,
      within: z.string().optional(),
      hops: z.object({ yellow: CountStep, orange: CountStep, red: CountStep }).optional(),
    }),
  ),
  /** Null: an entry of the defaults that was taken out. */
  sla: z.record(z.string(), z.union([z.string(), z.boolean(), z.null()])),
  office_hours: z.array(z.string()),
  zone: z.string(),
  calendar: z.enum(["cn", "weekdays", "every-day"]),
  /** Days worked or off on top of the calendar. */
  workdays: z.record(z.string(), z.boolean()).optional(),
  centres: z.array(z.string()).optional(),
});

export type ParametersDocument = z.infer<typeof ParametersDocumentSchema>;

const durations = (steps: DeadlineSteps) => ({
  yellow: steps.yellow && formatDuration(steps.yellow),
  orange: steps.orange && formatDuration(steps.orange),
  red: steps.red && formatDuration(steps.red),
});

const counts = (steps: CountSteps) => ({ yellow: steps.yellow, orange: steps.orange, red: steps.red });

const isDuration = (step: number | Duration | null): step is Duration => typeof step === "object" && step !== null;

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;

type RuleDocument = ParametersDocument["rules"][string];

function ruleDocument(rule: Parameters["rules"][keyof Parameters["rules"]]): RuleDocument {
  if ("hops" in rule) {
    const document = { enabled: rule.enabled, ...durations(rule.steps) };
    return rule.hops ? { ...document, hops: counts(rule.hops) } : document;
  }
  const document = { enabled: rule.enabled, ...counts(rule.steps) };
  return isDuration(rule.within) ? { ...document, within: formatDuration(rule.within) } : document;
}

/** Writes `parameters` as the document that reads back to the same. */
export function parametersDocument(parameters: Parameters): ParametersDocument {
  const sla: ParametersDocument["sla"] = {};
  for (const word of Object.keys(DEFAULT_PARAMETERS.sla.table)) sla[word] = null;
  for (const [word, allowed] of Object.entries(parameters.sla.table)) sla[word] = formatDuration(allowed);
  sla.pause_when_suspended = parameters.sla.pauseWhenSuspended;
  const document: ParametersDocument = {
    rules: Object.fromEntries(RULES.map((id) => [id, ruleDocument(parameters.rules[id])])),
    sla,
    office_hours: parameters.officeHours.map(([from, to]) => `${clock(from)}-${clock(to)}`),
    zone: parameters.zone,
    calendar: parameters.calendar,
    ...(parameters.workdays ? { workdays: { ...parameters.workdays } } : {}),
  };
  return parameters.centres === null ? document : { ...document, centres: [...parameters.centres] };
}
