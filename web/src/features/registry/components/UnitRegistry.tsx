import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Bones } from "../../../components/Bones";
import { FilterText } from "../../../components/FilterText";
import { Page } from "../../../components/Page";
import { EmptyState, ErrorState } from "../../../components/PageState";
import { Switcher } from "../../../components/Switcher";
import { useNumber } from "../../../i18n/use-number";
import { useMay } from "../../../lib/use-meta";
import { useRegisteredUnits } from "../api/registry";
import type { UnitRegistrySearch } from "../lib/search";
import { unitLines } from "../lib/unit-lines";
import { TableFile } from "./TableFile";
import { UnitDialog } from "./UnitDialog";
import { UnitRows } from "./UnitRows";

export interface UnitRegistryProps {
  readonly search: UnitRegistrySearch;
  readonly onSearch: (next: Partial<UnitRegistrySearch>) => void;
}

/** The units as the steward keeps them: tree, other names, those to be confirmed, those dissolved into others. */
export function UnitRegistry({ search, onSearch }: UnitRegistryProps) {
  const { t } = useTranslation();
  const number = useNumber();
  const answer = useRegisteredUnits();
  const mayWrite = useMay("registry.write");
  const units = answer.data?.units ?? [];
  const lines = unitLines(units, search);
  const waiting = units.filter(({ provisional }) => provisional).length;
  const edited = units.find(({ code }) => code === search.edit) ?? null;
  return (
    <Page
      title={t("registry.units.title")}
      aside={
        answer.data && (
          <>
            {t("units.total", { n: number(units.length) })}
            {waiting > 0 && ` · ${t("registry.units.waiting", { n: number(waiting) })}`}
          </>
        )
      }
      bar={
        <>
          <FilterText
            label={t("registry.units.find")}
            value={search.q ?? ""}
            onChange={(q) => onSearch({ q: q === "" ? undefined : q })}
          />
          <Switcher
            label={t("registry.units.show")}
            value={search.only}
            options={[
              { value: undefined, label: t("registry.units.all") },
              { value: "provisional", label: t("units.provisional") },
              { value: "merged", label: t("registry.units.merged") },
            ]}
            onChange={(only) => onSearch({ only })}
          />
          {mayWrite && (
            <Button variant="default" onClick={() => onSearch({ edit: "new" })}>
              {t("registry.units.add")}
            </Button>
          )}
          <TableFile table="units" />
        </>
      }
    >
      {answer.isError && <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />}
      {answer.isPending && <Bones rows={16} />}
      {answer.data && units.length === 0 && <EmptyState title={t("units.none")}>{t("units.noneText")}</EmptyState>}
      {units.length > 0 && lines.length === 0 && (
        <EmptyState title={t("registry.units.noneFound")}>{t("registry.units.noneFoundText")}</EmptyState>
      )}
      {lines.length > 0 && (
        <UnitRows lines={lines} units={units} onEdit={mayWrite ? (edit) => onSearch({ edit }) : undefined} />
      )}
      {mayWrite && search.edit !== undefined && answer.data && (search.edit === "new" || edited) && (
        <UnitDialog key={search.edit} unit={edited} units={units} onClose={() => onSearch({ edit: undefined })} />
      )}
    </Page>
  );
}
