import type { Instant, Level, RuleId } from "@tianyan/core";
import type { IsoDate } from "../paper/dates";
import type { OrderKey } from "../paper/paper";

/** What a case says that a paper may repeat. No citizen is in it: no caller, no phone, no address. Units are codes of `units`. */
export interface CaseFactsForPaper {
  /** IANA zone in which instants become dates. */
  readonly zone: string;
  /** 督〔2026〕17号; null for papers of a period. */
  readonly caseNumber: string | null;
  /** Of a paper for a period: its first and last date. */
  readonly period: { readonly from: IsoDate; readonly to: IsoDate } | null;
  readonly orders: readonly OrderForPaper[];
  /** Everybody whom the case names, centres included. */
  readonly units: readonly UnitForPaper[];
  readonly people: readonly PersonForPaper[];
  readonly findings: readonly FindingForPaper[];
  readonly measures: readonly MeasureForPaper[];
  readonly systems: readonly SystemForPaper[];
}

export interface OrderForPaper extends OrderKey {
  readonly title: string;
  readonly acceptedAt: Instant;
  readonly doneAt: Instant | null;
  readonly dueAt: Instant | null;
  /** Working days from acceptance to done, or to when the facts were taken. */
  readonly workingDays: number;
  readonly legs: readonly LegForPaper[];
  readonly pools: readonly PoolForPaper[];
  readonly returns: readonly ReturnForPaper[];
  /** When anybody first contacted the citizen, visited the place or replied. */
  readonly firstContactAt: Instant | null;
  /** Working days from the first leg to that, or to when the facts were taken. */
  readonly workingDaysToContact: number;
  readonly counts: {
    /** Legs of another unit than the leg before. */
    readonly handOffs: number;
    readonly urged: number;
    readonly extensions: number;
    readonly reopened: number;
  };
}

/** A span in which a unit held the order. */
export interface LegForPaper {
  readonly unit: string;
  readonly from: Instant;
  readonly to: Instant | null;
  readonly workingDays: number;
}

/** A span in which a centre had it and nobody else. */
export interface PoolForPaper {
  readonly centre: string;
  readonly from: Instant;
  readonly to: Instant | null;
  readonly workingDays: number;
}

/** A request to be relieved of the order. */
export interface ReturnForPaper {
  readonly unit: string;
  readonly at: Instant;
  /** As the unit wrote it, else the reason code in words; "" for none. */
  readonly reason: string;
  readonly answer: "approved" | "rejected" | null;
  /** Nobody had contacted the citizen or visited the place in that leg before. */
  readonly unverified: boolean;
}

export interface UnitForPaper {
  readonly code: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly centre: boolean;
}

export interface PersonForPaper {
  readonly name: string;
  /** Code. */
  readonly unit: string;
  readonly post: string;
  readonly form: 1 | 2 | 3 | 4;
  readonly sanction: string | null;
}

export interface FindingForPaper extends OrderKey {
  readonly rule: RuleId;
  /** Codes. */
  readonly units: readonly string[];
  readonly level: Level;
  readonly confirmed: boolean;
  /** The Chinese sentence of its evidence, as of when the facts were taken. */
  readonly evidence: string;
}

export interface MeasureForPaper {
  readonly problem: string;
  readonly measure: string;
  /** Code. */
  readonly unit: string;
  readonly dueOn: IsoDate;
  readonly accepted: boolean;
}

export interface SystemForPaper {
  /** Code. */
  readonly unit: string;
  readonly kind: "rule" | "process";
  readonly before: string;
  readonly after: string;
  readonly document: string;
}
