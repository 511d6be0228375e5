import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Bones } from "../../../components/Bones";
import { Choice } from "../../../components/Choice";
import { ErrorState } from "../../../components/PageState";
import table from "../../../components/table.module.css";
import { useLanguage } from "../../../i18n/use-language";
import { useNumber } from "../../../i18n/use-number";
import { api } from "../../../lib/api";
import { useRejects } from "../api/imports";
import styles from "./history.module.css";

export interface RejectsProps {
  readonly id: string;
  readonly reason: string | undefined;
  readonly onReason: (reason: string | undefined) => void;
}

/** Rows that were left out, each with where it stands, what stood there and why; and the workbook to mend them in. */
export function Rejects({ id, reason, onReason }: RejectsProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const number = useNumber();
  const answer = useRejects(id, reason);
  const items = answer.data?.pages.flatMap((page) => page.items) ?? [];
  const reasons = answer.data?.pages[0]?.reasons ?? [];
  const sum = reasons.reduce((all, { count }) => all + count, 0);
  return (
    <section className={styles.part} data-testid="rejects">
      <h2>{t("history.rejects")}</h2>
      <p className={styles.note}>{t("import.rejectsHow")}</p>
      <div className={styles.line}>
        <Choice
          label={t("import.reason")}
          labelShown
          value={reason ?? ""}
          options={[
            { value: "", label: t("history.anyReason", { n: number(sum) }) },
            ...reasons.map((one) => ({ value: one.code, label: `${one[language]}（${number(one.count)}）` })),
          ]}
          onChange={(value) => onReason(value === "" ? undefined : value)}
        />
        <a href={api.rejectsWorkbook(id, language)} download data-testid="rejects-workbook">
          {t("import.rejectsFile")}
        </a>
      </div>
      {answer.isError && <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />}
      {answer.isPending && <Bones rows={6} />}
      {items.length > 0 && (
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col" className={table.wide}>
                {t("history.file")}
              </th>
              <th scope="col" className={table.figure}>
                {t("history.row")}
              </th>
              <th scope="col" className={table.wide}>
                {t("history.columnName")}
              </th>
              <th scope="col">{t("history.value")}</th>
              <th scope="col">{t("import.reason")}</th>
            </tr>
          </thead>
          <tbody>
            {items.map((reject) => (
              <tr key={reject.id} data-testid="reject">
                <td className={`${table.wide} ${styles.files}`}>{reject.file}</td>
                <td className={table.figure}>{number(reject.row)}</td>
                <td className={table.wide}>{reject.column}</td>
                <td className={styles.files}>{reject.value === "" ? t("import.empty") : reject.value}</td>
                <td>{reject[language]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
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
    </section>
  );
}
