import { MyAccount } from "../../features/account/components/MyAccount";
import { DigestSetting } from "../../features/digest/components/DigestSetting";

export const AccountPage = () => (
  <MyAccount>
    <DigestSetting />
  </MyAccount>
);
