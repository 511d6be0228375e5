import { Link, Navigate } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Bones } from "../../../components/Bones";
import { EmptyState, ErrorState } from "../../../components/PageState";
import { api } from "../../../lib/api";
import { useStep } from "../../../lib/use-step";
import { takeLinkToken } from "../lib/link-token";
import { Card } from "./Card";

/** Where a one-time link leads: it lets its person in, and is used up by that. */
export function Enter() {
  const { t } = useTranslation();
  const [token] = useState(takeLinkToken);
  const { mutate, isIdle, isError, error, isSuccess } = useStep(api.enter);
  useEffect(() => {
    if (token !== null && isIdle) mutate(token);
  }, [token, isIdle, mutate]);
  if (isSuccess) return <Navigate to="/sign-in" search={{}} replace />;
  if (token !== null && !isError) return <Bones rows={4} />;
  const back = <Link to="/sign-in">{t("signIn.toSignIn")}</Link>;
  return (
    <Card title={t("signIn.linkTitle")}>
      {isError ? (
        <ErrorState error={error}>{back}</ErrorState>
      ) : (
        <EmptyState title={t("signIn.noLink")}>{back}</EmptyState>
      )}
    </Card>
  );
}
