import { type CaseDetail, CHECK_TEXTS, DISCIPLINE_TEXTS, SANCTION_TEXTS } from "@tianyan/api";
import { hasEnded } from "@tianyan/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLanguage } from "../../../i18n/use-language";
import { useMay } from "../../../lib/use-meta";
import { Attachments } from "./Attachments";
import { CheckDialog } from "./CheckDialog";
import styles from "./cases.module.css";
import { Fact } from "./Fact";
import { MeasureDialog } from "./MeasureDialog";
import { MeasureLine } from "./MeasureLine";
import { OrderLine } from "./OrderLine";
import { PersonDialog } from "./PersonDialog";
import { SystemDialog } from "./SystemDialog";
import { UnitsDialog } from "./UnitsDialog";

type Adding = "unit" | "check" | "measure" | "person" | "system";

/** What the case knows: orders with their findings, units, checks, measures, people, systems, files. */
export function Facts({ file }: { readonly file: CaseDetail }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const open = !hasEnded(file.stage);
  const mayWrite = useMay("cases.write") && open;
  const mayPeople = useMay("cases.people") && open && file.people !== null;
  const [adding, setAdding] = useState<Adding | null>(null);
  const adds = (what: Adding, may = mayWrite) => (may ? () => setAdding(what) : undefined);
  const close = () => setAdding(null);
  return (
    <div className={styles.facts}>
      <Fact id="orders" title={t("cases.orders")} count={file.orders.length} none={t("cases.noOrders")}>
        <ul className={styles.list}>
          {file.orders.map((one) => (
            <OrderLine key={`${one.source}/${one.order_id}`} order={one} file={file} />
          ))}
        </ul>
      </Fact>
      <Fact
        id="units"
        title={t("cases.units")}
        count={file.units.length}
        none={t("cases.noUnits")}
        add={t("cases.addUnit")}
        onAdd={adds("unit")}
      >
        <p className={styles.names}>{file.units.map(({ name }) => name).join(t("list.comma"))}</p>
      </Fact>
      <Fact
        id="checks"
        title={t("cases.checks")}
        count={file.checks.length}
        none={t("cases.noChecks")}
        add={t("cases.addCheck")}
        onAdd={adds("check")}
      >
        <ul className={styles.list}>
          {file.checks.map((check) => (
            <li key={check.id}>
              <b>{CHECK_TEXTS[check.kind][language]}</b> {check.date} · {check.place}
              <p>{check.result}</p>
            </li>
          ))}
        </ul>
      </Fact>
      <Fact
        id="measures"
        title={t("cases.measures")}
        count={file.measures.length}
        none={t("cases.noMeasures")}
        add={t("cases.addMeasure")}
        onAdd={adds("measure")}
      >
        <ul className={styles.list}>
          {file.measures.map((measure) => (
            <MeasureLine key={measure.id} measure={measure} file={file} mayWrite={mayWrite} />
          ))}
        </ul>
      </Fact>
      <Fact
        id="people"
        title={t("cases.people")}
        count={file.counts.people}
        none={t("cases.noPeople")}
        add={t("cases.addPerson")}
        onAdd={adds("person", mayPeople)}
      >
        {file.people === null && file.counts.people > 0 && <p className={styles.quiet}>{t("cases.peopleHidden")}</p>}
        <ul className={styles.list}>
          {file.people?.map((person) => (
            <li key={person.id}>
              <b>{person.name}</b> {person.unit.name} · {person.post}
              <p>
                {[
                  DISCIPLINE_TEXTS[person.discipline][language],
                  t(`cases.form.${person.form as 1 | 2 | 3 | 4}`),
                  person.sanction && SANCTION_TEXTS[person.sanction][language],
                  person.decided_on,
                  person.paper,
                ]
                  .filter(Boolean)
                  .join(" · ")}
              </p>
            </li>
          ))}
        </ul>
      </Fact>
      <Fact
        id="systems"
        title={t("cases.systems")}
        count={file.systems.length}
        none={t("cases.noSystems")}
        add={t("cases.addSystem")}
        onAdd={adds("system")}
      >
        <ul className={styles.list}>
          {file.systems.map((system) => (
            <li key={system.id}>
              <b>{system.document}</b> {system.unit.name} · {t(`cases.system.${system.kind}`)}
              <p>
                {system.before !== "" && <del>{system.before}</del>} {system.after}
              </p>
            </li>
          ))}
        </ul>
      </Fact>
      <Attachments file={file} mayWrite={mayWrite} />
      {adding === "unit" && <UnitsDialog file={file} onClose={close} />}
      {adding === "check" && <CheckDialog file={file} onClose={close} />}
      {adding === "measure" && <MeasureDialog file={file} onClose={close} />}
      {adding === "person" && <PersonDialog file={file} onClose={close} />}
      {adding === "system" && <SystemDialog file={file} onClose={close} />}
    </div>
  );
}
