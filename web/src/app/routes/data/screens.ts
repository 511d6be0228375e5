import type { Permission } from "@tianyan/api";
import type { ParseKeys } from "i18next";

export interface DataScreen {
  readonly to:
    | "/data/import"
    | "/data/history"
    | "/data/sources"
    | "/data/units"
    | "/data/competence"
    | "/data/categories"
    | "/data/holidays"
    | "/data/keys";
  readonly label: ParseKeys;
  readonly needs: Permission;
}

/** What comes in first, then the tables by which it is read. */
export const DATA_SCREENS: readonly DataScreen[] = [
  { to: "/data/import", label: "data.import", needs: "imports.write" },
  { to: "/data/history", label: "data.history", needs: "imports.read" },
  { to: "/data/sources", label: "data.sources", needs: "sources.read" },
  { to: "/data/units", label: "data.units", needs: "registry.read" },
  { to: "/data/competence", label: "data.competence", needs: "registry.read" },
  { to: "/data/categories", label: "data.categories", needs: "registry.read" },
  { to: "/data/holidays", label: "data.holidays", needs: "registry.read" },
  { to: "/data/keys", label: "keys.title", needs: "keys.read" },
];
