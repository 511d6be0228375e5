export { SystemPage } from "../../features/sources/components/SystemPage";
