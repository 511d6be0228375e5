export { Rules as RulesPage } from "../../features/rules/components/Rules";
