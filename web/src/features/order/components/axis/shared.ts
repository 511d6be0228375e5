import type { AxisPicture } from "../../lib/axis/build";
import type { CaseFile } from "../../lib/case-file";

export interface AxisPartProps {
  readonly file: CaseFile;
  readonly picture: AxisPicture;
  /** Shows words under the axis; null takes them away. */
  readonly say: (words: string | null) => void;
}
