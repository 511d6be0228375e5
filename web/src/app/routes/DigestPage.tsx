import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { Digests } from "../../features/digest/components/Digests";

const route = getRouteApi("/digest");

export function DigestPage() {
  const { date } = route.useSearch();
  const navigate = useNavigate();
  return <Digests date={date} onDate={(day) => void navigate({ to: "/digest", search: { date: day } })} />;
}
