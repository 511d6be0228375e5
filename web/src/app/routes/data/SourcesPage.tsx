import { Profiles } from "../../../features/profiles/components/Profiles";
import { Sources } from "../../../features/sources/components/Sources";

/** The sources, and under them what was saved of how their exports are read. */
export function SourcesPage() {
  return (
    <Sources>
      <Profiles />
    </Sources>
  );
}
