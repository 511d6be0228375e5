export { Enter as EnterPage } from "../../features/sign-in/components/Enter";
