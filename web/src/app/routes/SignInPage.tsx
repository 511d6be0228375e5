import { getRouteApi } from "@tanstack/react-router";
import { SignIn } from "../../features/sign-in/components/SignIn";

const route = getRouteApi("/sign-in");

export function SignInPage() {
  return <SignIn to={route.useSearch().to} />;
}
