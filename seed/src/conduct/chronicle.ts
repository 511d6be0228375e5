import type { EventKind, Instant } from "@tianyan/core";

/** One event as the generator has it: units are codes, empty where nobody is named. */
export interface Step {
  readonly at: Instant;
  readonly kind: EventKind;
  readonly unit: string;
  readonly toUnit: string;
  readonly reasonCode: string;
  readonly text: string;
  readonly operator: string;
  readonly result: string;
  readonly dueAt: Instant | null;
}

type Details = Partial<Omit<Step, "at" | "kind" | "unit">>;

/** Conduct that was planted in an order, for benchmarks; a rule may or may not find it. */
export interface Planted {
  readonly conduct: string;
  readonly unit: string;
  readonly at: Instant;
}

/** What happens to one order, written down as it happens. */
export class Chronicle {
  readonly #steps: Step[] = [];
  readonly planted: Planted[] = [];

  add(kind: EventKind, at: Instant, unit: string, details: Details = {}): void {
    this.#steps.push({
      at,
      kind,
      unit,
      toUnit: "",
      reasonCode: "",
      text: "",
      operator: "",
      result: "",
      dueAt: null,
      ...details,
    });
  }

  plant(conduct: string, unit: string, at: Instant): void {
    this.planted.push({ conduct, unit, at });
  }

  /** Up to and including `until`, by time; what happens at one instant keeps its order. */
  steps(until: Instant): readonly Step[] {
    return this.#steps.filter((step) => step.at <= until).sort((a, b) => a.at - b.at);
  }
}
