import { CaseDeadlines } from "../../../features/deadlines/components/CaseDeadlines";
import { RulesTabs } from "./RulesTabs";

export const DeadlinesPage = () => (
  <>
    <RulesTabs />
    <CaseDeadlines />
  </>
);
