import { getRouteApi } from "@tanstack/react-router";
import { SignIn } from "../../features/sign-in/components/SignIn";

const route = getRouteApi("/sign-in");

export function SignInPage() {
  const { to, problem } = route.useSearch();
  return <SignIn to={to} problem={problem} />;
}
