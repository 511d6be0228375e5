import type { Overview } from "@tianyan/api";
import type { Opener, Opens } from "../lib/opens";
import type { OverviewSearch } from "../lib/search";

/** What every figure is made of. */
export interface FigureInput {
  readonly overview: Overview;
  readonly opener: Opener;
  readonly search: OverviewSearch;
  readonly onSearch: (part: Partial<OverviewSearch>) => void;
  readonly onOpen: (opens: Opens) => void;
}
