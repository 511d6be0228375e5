export { MyAccount as AccountPage } from "../../features/account/components/MyAccount";
