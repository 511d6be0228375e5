import type { Deed, Overview } from "@tianyan/api";
import type { Level, RuleId } from "@tianyan/core";
import { datesOf } from "../../../lib/period";

/** Findings behind a figure: exempt ones are in no figure. */
interface FindingsSearch {
  readonly view: "all";
  readonly exempt: "no";
  readonly from: string;
  readonly to: string;
  readonly rule?: RuleId[];
  readonly level?: Level[];
  readonly district?: string[];
  readonly category?: string[];
  readonly source?: string[];
}

interface OrdersSearch {
  readonly from?: string;
  readonly to?: string;
  readonly district?: string[];
  readonly source?: string[];
  readonly did?: Deed;
  readonly did_unit?: string;
  readonly did_other?: string;
  readonly did_from?: string;
  readonly did_to?: string;
}

/** The list behind a figure. */
export type Opens =
  | { readonly to: "/watchlist"; readonly search: FindingsSearch }
  | { readonly to: "/orders"; readonly search: OrdersSearch };

type Narrowed = Partial<Pick<FindingsSearch, "rule" | "level" | "district" | "category">>;

/** What the figures of one answer open: lists of its periods and sources. */
export interface Opener {
  findings(narrowed?: Narrowed, period?: { readonly from: string; readonly to: string }): Opens;
  accepted(district?: string, period?: { readonly from: string; readonly to: string }): Opens;
  deed(did: Deed, unit?: string, other?: string): Opens;
}

export function createOpener(overview: Overview, sources: string[] | undefined): Opener {
  const source = sources === undefined ? {} : { source: sources };
  return {
    findings: (narrowed = {}, period = overview) => ({
      to: "/watchlist",
      search: { view: "all", exempt: "no", ...datesOf(period), ...source, ...narrowed },
    }),
    accepted: (district, period = overview) => ({
      to: "/orders",
      search: { ...datesOf(period), ...source, ...(district === undefined ? {} : { district: [district] }) },
    }),
    deed(did, unit, other) {
      const { from, to } = datesOf(overview);
      const units = {
        ...(unit === undefined ? {} : { did_unit: unit }),
        ...(other === undefined ? {} : { did_other: other }),
      };
      return { to: "/orders", search: { did, ...units, did_from: from, did_to: to, ...source } };
    },
  };
}
