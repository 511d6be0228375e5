import { type OrderDetail, toOrder, toOrderEvent } from "@tianyan/api";
import {
  type Clock,
  createClock,
  createCompetence,
  createJudge,
  DEFAULT_PARAMETERS,
  FLAGS,
  type FlagName,
  type Instant,
  type OrderEvent,
  type Parameters,
  parseParameters,
  type Replay,
} from "@tianyan/core";
import { unitNamer } from "../../../lib/unit-namer";

/** An order as it stood at an instant, replayed in the browser from its events. */
export interface CaseFile {
  readonly detail: OrderDetail;
  readonly at: Instant;
  /** Up to that instant, as recorded: ignored ones too. */
  readonly events: readonly OrderEvent[];
  readonly replay: Replay;
  readonly flags: ReadonlyMap<string, readonly FlagName[]>;
  readonly parameters: Parameters;
  readonly clock: Clock;
  readonly unitName: (code: string) => string;
}

const isFlag = (word: string): word is FlagName => Object.hasOwn(FLAGS, word);

function flagsByEvent(flags: readonly { readonly ref: string; readonly flag: string }[]): Map<string, FlagName[]> {
  const found = new Map<string, FlagName[]>();
  for (const { ref, flag } of flags) {
    if (isFlag(flag)) found.set(ref, [...(found.get(ref) ?? []), flag]);
  }
  return found;
}

/** The same replay that finds the findings, over what the server sent; later events than `at` do not exist. */
export function caseFile(detail: OrderDetail, at: Instant): CaseFile {
  const { setting } = detail;
  const parsed = parseParameters(setting.parameters);
  const parameters = parsed.ok ? parsed.parameters : DEFAULT_PARAMETERS;
  const all = detail.events.map(toOrderEvent);
  const judge = createJudge({
    parameters,
    centres: setting.centres,
    competence: createCompetence(setting.competence),
    measurable: new Set(setting.measurable),
    compareRows: setting.compare_rows,
  });
  const judged = judge.judge(toOrder(detail.order), all, at);
  return {
    detail,
    at,
    events: all.filter((event) => event.at <= at),
    replay: judged.replay,
    flags: flagsByEvent(judged.flags),
    parameters,
    clock: createClock(parameters),
    unitName: unitNamer(detail.units),
  };
}
