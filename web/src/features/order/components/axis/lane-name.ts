import type { TFunction } from "i18next";
import type { Lane } from "../../lib/axis/model";
import type { CaseFile } from "../../lib/case-file";

/** A unit by its name; a pool by its centre's, and that it is the pool. */
export const laneName = (lane: Lane, file: CaseFile, t: TFunction): string =>
  lane.kind === "pool" ? t("axis.pool", { centre: file.unitName(lane.unit) }) : file.unitName(lane.unit);
