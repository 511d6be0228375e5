import type { ParseKeys } from "i18next";

export interface DataScreen {
  readonly to:
    | "/data/import"
    | "/data/history"
    | "/data/sources"
    | "/data/units"
    | "/data/competence"
    | "/data/categories"
    | "/data/holidays";
  readonly label: ParseKeys;
}

/** What comes in first, then the tables by which it is read. */
export const DATA_SCREENS: readonly DataScreen[] = [
  { to: "/data/import", label: "data.import" },
  { to: "/data/history", label: "data.history" },
  { to: "/data/sources", label: "data.sources" },
  { to: "/data/units", label: "data.units" },
  { to: "/data/competence", label: "data.competence" },
  { to: "/data/categories", label: "data.categories" },
  { to: "/data/holidays", label: "data.holidays" },
];
