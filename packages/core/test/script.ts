import {
  createCompetence,
  createJudge,
  type EventKind,
  type Finding,
  type Flag,
  instant,
  isEventKind,
  type OrderAttributes,
  type OrderEvent,
  type Parameters,
  parseParameters,
  RULES,
  type RuleId,
} from "../src/index";

/** `2024-03-04 09:00` on the wall of Shanghai, in milliseconds. */
export const wall = (text: string) => instant(Date.parse(`${text.replace(" ", "T")}+08:00`));

/** An instant as it stands on the wall of Shanghai. */
export const onWall = (at: number | null): string | null =>
  at === null ? null : new Date(at + 8 * 3_600_000).toISOString().slice(0, 16).replace("T", " ");

const EXTRA = /^(reason|result|due|text|id):(.+)$/;

/**
 * One event a line: `2024-03-04 09:00 dispatched centre > 甲局 due:2024-03-09T00:00 reason:x result:y id:z`; `-` is nobody.
 * A line may leave the date out: then it is that of the line before.
 */
export function script(text: string): OrderEvent[] {
  let date = "";
  return text
    .trim()
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line, position): OrderEvent => {
      const words = line.trim().split(/\s+/);
      if (/^\d{4}-/.test(words[0] ?? "")) date = words.shift() ?? "";
      const [time = "", kind = "", unit = "-", ...rest] = words;
      if (!isEventKind(kind)) throw new Error(`no kind: ${line}`);
      const extras = new Map(
        rest.map((word) => EXTRA.exec(word)).map((match) => [match?.[1] ?? "", match?.[2] ?? null]),
      );
      const due = extras.get("due");
      const id = extras.get("id");
      return {
        ref: id ?? `#${position + 1}`,
        hasId: id != null,
        at: wall(`${date} ${time}`),
        position,
        part: 0,
        kind: kind as EventKind,
        unit: unit === "-" ? null : unit,
        toUnit: rest[0] === ">" ? (rest[1] ?? null) : null,
        reasonCode: extras.get("reason") ?? null,
        text: extras.get("text") ?? null,
        operator: null,
        result: extras.get("result") ?? null,
        dueAt: due ? wall(due.replace("T", " ")) : null,
      };
    });
}

export interface Told {
  readonly findings: readonly Finding[];
  readonly flags: readonly Flag[];
  /** The findings of one rule as `units: yellow / orange / red → cleared`. */
  of(rule: RuleId): string[];
}

interface Setting {
  readonly parameters?: unknown;
  readonly order?: Partial<OrderAttributes>;
  readonly asOf?: string;
}

function parametersOf(doc: unknown): Parameters {
  const parsed = parseParameters(doc ?? {});
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.parameters;
}

/** Judges a script; the centres are `centre` and `区中心`, the catalogue puts 园林 into the charge of 甲局. */
export function tell(text: string, { parameters, order, asOf }: Setting = {}): Told {
  const judge = createJudge({
    parameters: parametersOf(parameters),
    centres: ["centre", "区中心"],
    competence: createCompetence([{ category: "园林", unit: "甲局" }]),
    measurable: new Set(RULES),
    compareRows: true,
  });
  const attributes: OrderAttributes = {
    category: "",
    orderType: "",
    urgency: "",
    slaClass: "",
    demandClass: "normal",
    ...order,
  };
  const { findings, flags } = judge.judge(attributes, script(text), asOf === undefined ? undefined : wall(asOf));
  return {
    findings,
    flags,
    of: (rule) =>
      findings
        .filter((finding) => finding.rule === rule)
        .map(({ units, steps, clearedAt }) => {
          const { yellow, orange, red } = steps;
          const names = units.map(({ unit }) => unit).join("+");
          const cleared = clearedAt === null ? "" : ` → ${onWall(clearedAt)}`;
          return `${names}: ${[yellow, orange, red].map((at) => onWall(at) ?? "-").join(" / ")}${cleared}`;
        }),
  };
}
