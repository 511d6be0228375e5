import { MATTER_GROUPS } from "../words/matters";

/** The catalogue: which unit is in charge of which category. Towns have no row: where they act is a question of place. */
export const COMPETENCE: readonly { readonly category: string; readonly unit: string }[] = MATTER_GROUPS.flatMap(
  (group) =>
    group.matters.flatMap((matter) =>
      matter.units
        .slice(0, 1)
        .flatMap((unit) => (unit === "town" ? [] : [{ category: `${group.name}>${matter.path}`, unit }])),
    ),
);
