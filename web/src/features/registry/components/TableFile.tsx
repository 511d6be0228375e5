import { Button } from "@mantine/core";
import type { RegistryTable } from "@tianyan/api";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { ChangeDialog } from "../../../components/ChangeDialog";
import { api } from "../../../lib/api";
import { useMay } from "../../../lib/use-meta";
import { readText } from "../lib/read-text";
import styles from "./registry.module.css";

/** Out as CSV, in as CSV: first what it would do to the findings, then the table. */
export function TableFile({ table }: { readonly table: RegistryTable }) {
  const { t } = useTranslation();
  const field = useRef<HTMLInputElement>(null);
  const mayWrite = useMay("registry.write");
  const [chosen, setChosen] = useState<{ readonly name: string; readonly text: string } | null>(null);
  return (
    <>
      {mayWrite && (
        <Button variant="default" onClick={() => field.current?.click()}>
          {t("act.import")}
        </Button>
      )}
      <input
        ref={field}
        type="file"
        accept=".csv,text/csv"
        hidden
        data-testid="table-file"
        onChange={async (event) => {
          const input = event.currentTarget;
          const file = input.files?.[0];
          if (file) setChosen({ name: file.name, text: readText(await file.arrayBuffer()) });
          input.value = "";
        }}
      />
      <a className={styles.fileLink} href={api.registryTable(table)} download>
        {t("act.export")}
      </a>
      {chosen && (
        <ChangeDialog
          title={t("registry.importTitle", { file: chosen.name })}
          ask={(preview) => api.importTable(table, chosen.text, { preview })}
          ready
          draft={chosen.name}
          act={t("act.import")}
          onClose={() => setChosen(null)}
        >
          <p>{t(`registry.importText.${table}`)}</p>
        </ChangeDialog>
      )}
    </>
  );
}
