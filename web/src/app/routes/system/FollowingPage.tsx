import { Following } from "../../../features/follow/components/Following";
import { SystemTabs } from "./SystemTabs";

export const FollowingPage = () => (
  <>
    <SystemTabs />
    <Following />
  </>
);
