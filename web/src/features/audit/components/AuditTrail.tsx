import { Button } from "@mantine/core";
import { AUDIT_ACTIONS, AUDIT_OUTCOMES } from "@tianyan/api";
import { useTranslation } from "react-i18next";
import { Bones } from "../../../components/Bones";
import { FacetFilter } from "../../../components/FacetFilter";
import { FilterText } from "../../../components/FilterText";
import { Page } from "../../../components/Page";
import { EmptyState, ErrorState } from "../../../components/PageState";
import { PeriodFilter } from "../../../components/PeriodFilter";
import { Switcher } from "../../../components/Switcher";
import { useLanguage } from "../../../i18n/use-language";
import { startOfDate } from "../../../lib/period";
import { useAudit } from "../api/audit";
import { ACTIONS, type AuditSearch } from "../lib/search";
import { AuditTable } from "./AuditTable";

export interface AuditTrailProps {
  readonly search: AuditSearch;
  readonly onSearch: (next: AuditSearch, replace?: boolean) => void;
}

/** Who did what to what, when and from where, newest first. */
export function AuditTrail({ search, onSearch }: AuditTrailProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { who, action, subject, outcome, from, to } = search;
  const answer = useAudit({
    who,
    action,
    subject_id: subject,
    outcome,
    from: from && startOfDate(from),
    to: to && startOfDate(to, 1),
  });
  const entries = answer.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Page
      title={t("audit.title")}
      bar={
        <>
          <FilterText
            label={t("audit.who")}
            value={who ?? ""}
            onChange={(text) => onSearch({ ...search, who: text === "" ? undefined : text }, true)}
          />
          <FacetFilter
            name="action"
            label={t("audit.action")}
            options={ACTIONS.map((value) => ({ value, label: AUDIT_ACTIONS[value][language] }))}
            chosen={action ?? []}
            onChange={(chosen) => {
              const some = ACTIONS.filter((one) => chosen.includes(one));
              onSearch({ ...search, action: some.length > 0 ? some : undefined });
            }}
          />
          <FilterText
            label={t("audit.subject")}
            value={subject ?? ""}
            onChange={(text) => onSearch({ ...search, subject: text === "" ? undefined : text }, true)}
          />
          <PeriodFilter from={from} to={to} onChange={(period) => onSearch({ ...search, ...period })} />
          <Switcher
            label={t("audit.outcome")}
            value={outcome}
            options={[
              { value: undefined, label: t("registry.units.all") },
              ...AUDIT_OUTCOMES.map((value) => ({ value, label: t(`audit.${value}`) })),
            ]}
            onChange={(value) => onSearch({ ...search, outcome: value })}
          />
        </>
      }
    >
      {answer.isError && <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />}
      {answer.isPending && <Bones rows={16} />}
      {answer.data && entries.length === 0 && <EmptyState title={t("audit.none")}>{t("audit.noneText")}</EmptyState>}
      {entries.length > 0 && <AuditTable entries={entries} />}
      {answer.hasNextPage && (
        <Button
          mt={12}
          variant="default"
          loading={answer.isFetchingNextPage}
          onClick={() => void answer.fetchNextPage()}
        >
          {t("orders.more")}
        </Button>
      )}
    </Page>
  );
}
