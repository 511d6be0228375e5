import { Link } from "@tanstack/react-router";
import type { MetaActor } from "@tianyan/api";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../components/PageState";
import { usePostName } from "../../lib/use-post-name";
import { deskOf } from "./screens";

/** A screen that the post acted in may not see. */
export function Closed({ actor }: { readonly actor: MetaActor }) {
  const { t } = useTranslation();
  const postName = usePostName();
  return (
    <EmptyState alone title={t("people.closed.title")}>
      <p>{t("people.closed.text", { post: postName(actor.post) })}</p>
      <Link to={deskOf(actor.post)}>{t("people.closed.toDesk")}</Link>
    </EmptyState>
  );
}
