import { SystemPage as System } from "../../../features/sources/components/SystemPage";
import { SystemTabs } from "./SystemTabs";

export const SystemPage = () => (
  <>
    <SystemTabs />
    <System />
  </>
);
