import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Bones } from "../../../components/Bones";
import { Page } from "../../../components/Page";
import { EmptyState, ErrorState } from "../../../components/PageState";
import { useSources } from "../../../lib/sources";
import { SourceCard } from "./SourceCard";
import { SystemState } from "./SystemState";

/** Where the data come from, how fresh they are, what cannot be judged from them; and whether the system is well. */
export function Sources({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation();
  const answer = useSources();
  const sources = answer.data?.sources ?? [];
  return (
    <Page title={t("sources.title")} bar={<SystemState />}>
      {answer.isError && <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />}
      {answer.isPending && <Bones rows={8} />}
      {answer.data && sources.length === 0 && (
        <EmptyState title={t("sources.none")}>{t("sources.noneText")}</EmptyState>
      )}
      {sources.map((source) => (
        <SourceCard key={source.code} source={source} />
      ))}
      {children}
    </Page>
  );
}
