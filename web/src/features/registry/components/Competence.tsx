import { Button } from "@mantine/core";
import type { CompetenceItem } from "@tianyan/api";
import { useDeferredValue, useState } from "react";
import { useTranslation } from "react-i18next";
import { Bones } from "../../../components/Bones";
import { ChangeDialog } from "../../../components/ChangeDialog";
import { FilterText } from "../../../components/FilterText";
import { IconButton } from "../../../components/IconButton";
import { CloseIcon } from "../../../components/icons";
import { Page } from "../../../components/Page";
import { EmptyState, ErrorState } from "../../../components/PageState";
import table from "../../../components/table.module.css";
import { useNumber } from "../../../i18n/use-number";
import { api } from "../../../lib/api";
import { useMay } from "../../../lib/use-meta";
import { useCompetence } from "../api/registry";
import type { CompetenceSearch } from "../lib/search";
import { AddCompetence } from "./AddCompetence";
import styles from "./registry.module.css";
import { TableFile } from "./TableFile";

export interface CompetenceProps {
  readonly search: CompetenceSearch;
  readonly onSearch: (next: CompetenceSearch) => void;
}

const AT_ONCE = 200;

/** Which unit is competent for which category: what a return is held against. */
export function Competence({ search, onSearch }: CompetenceProps) {
  const { t } = useTranslation();
  const number = useNumber();
  const answer = useCompetence();
  const [shown, setShown] = useState(AT_ONCE);
  const mayWrite = useMay("registry.write");
  const [adding, setAdding] = useState(false);
  const [removed, setRemoved] = useState<CompetenceItem | null>(null);
  const wanted = useDeferredValue((search.q ?? "").toLowerCase());
  const all = answer.data?.rows ?? [];
  const rows = all.filter(({ category, unit, name }) =>
    [category, unit, name].some((word) => word.toLowerCase().includes(wanted)),
  );
  return (
    <Page
      title={t("registry.competence.title")}
      aside={answer.data && t("registry.competence.total", { n: number(rows.length) })}
      bar={
        <>
          <FilterText
            label={t("registry.competence.find")}
            value={search.q ?? ""}
            onChange={(q) => onSearch({ q: q === "" ? undefined : q })}
          />
          {mayWrite && (
            <Button variant="default" onClick={() => setAdding(true)}>
              {t("registry.competence.add")}
            </Button>
          )}
          <TableFile table="competence" />
        </>
      }
    >
      <p className={styles.note}>{t("registry.competence.note")}</p>
      {answer.isError && <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />}
      {answer.isPending && <Bones rows={12} />}
      {answer.data && all.length === 0 && (
        <EmptyState title={t("registry.competence.none")}>{t("registry.competence.noneText")}</EmptyState>
      )}
      {all.length > 0 && rows.length === 0 && <EmptyState title={t("filter.nothing")}>{search.q}</EmptyState>}
      {rows.length > 0 && (
        <table className={`${table.table} ${styles.narrow}`} data-testid="competence">
          <thead>
            <tr>
              <th scope="col">{t("registry.competence.category")}</th>
              <th scope="col">{t("registry.competence.unit")}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, shown).map((row) => (
              <tr key={`${row.category} ${row.unit}`}>
                <td>{row.category.replaceAll(">", " › ")}</td>
                <td>
                  {row.name}
                  {row.unit !== row.name && <small className={styles.quiet}> {row.unit}</small>}
                  {row.unlisted && <small className={styles.mark}>{t("registry.competence.unlisted")}</small>}
                </td>
                <td className={styles.act}>
                  {mayWrite && (
                    <IconButton
                      label={t("registry.competence.remove", { category: row.category, unit: row.name })}
                      onClick={() => setRemoved(row)}
                    >
                      <CloseIcon size={12} />
                    </IconButton>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {rows.length > shown && (
        <Button mt={12} variant="default" onClick={() => setShown(shown + 1000)}>
          {t("orders.more")}
        </Button>
      )}
      {adding && <AddCompetence onClose={() => setAdding(false)} />}
      {removed && (
        <ChangeDialog
          title={t("registry.competence.removeTitle")}
          ask={(preview) =>
            api.removeCompetence({ rows: [{ category: removed.category, unit: removed.unit }] }, { preview })
          }
          ready
          draft={`${removed.category} ${removed.unit}`}
          act={t("act.remove")}
          onClose={() => setRemoved(null)}
        >
          <p>
            {t("registry.competence.removeText", {
              category: removed.category.replaceAll(">", " › "),
              unit: removed.name,
            })}
          </p>
        </ChangeDialog>
      )}
    </Page>
  );
}
