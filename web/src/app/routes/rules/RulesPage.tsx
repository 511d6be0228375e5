import { Rules } from "../../../features/rules/components/Rules";
import { RulesTabs } from "./RulesTabs";

export const RulesPage = () => (
  <>
    <RulesTabs />
    <Rules />
  </>
);
