import type { RecognitionResult } from "@tianyan/api";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Choice } from "../../../components/Choice";
import table from "../../../components/table.module.css";
import { useNumber } from "../../../i18n/use-number";
import type { Draft } from "../lib/kept";
import type { UnitDecision } from "../lib/unit-decisions";
import styles from "./import.module.css";

export interface UnitDecisionsProps {
  readonly units: RecognitionResult["unknown_units"];
  readonly draft: Draft;
  readonly onDraft: (part: Partial<Draft>) => void;
}

const AT_ONCE = 30;

/** Names that no table of units has, beside those that come near. Whoever decides nothing, leaves them provisional. */
export function UnitDecisions({ units, draft, onDraft }: UnitDecisionsProps) {
  const { t } = useTranslation();
  const number = useNumber();
  const [shown, setShown] = useState(AT_ONCE);
  const decide = (word: string, decision: UnitDecision | null) => {
    const { [word]: _, ...rest } = draft.units;
    onDraft({ units: decision ? { ...rest, [word]: decision } : rest });
  };
  return (
    <section className={styles.part} aria-labelledby="unknown-units" data-testid="unknown-units">
      <h2 id="unknown-units">{t("import.units")}</h2>
      <p className={styles.note}>{t("import.unitsNote")}</p>
      <table className={`${table.table} ${styles.wide}`}>
        <thead>
          <tr>
            <th scope="col">{t("import.unit")}</th>
            <th scope="col" className={table.figure}>
              {t("import.count")}
            </th>
            <th scope="col" className={table.wide}>
              {t("import.unitNear")}
            </th>
            <th scope="col">{t("import.unitDecide")}</th>
          </tr>
        </thead>
        <tbody>
          {units.slice(0, shown).map(({ word, count, suggestions }) => {
            const decision = draft.units[word];
            return (
              <tr key={word}>
                <td>{word}</td>
                <td className={table.figure}>{number(count)}</td>
                <td className={table.wide}>
                  {suggestions.length === 0 && <span className={table.quiet}>{t("import.unitNone")}</span>}
                  {suggestions.map((one) => (
                    <div key={one.code}>
                      {one.name} <small className={styles.quiet}>{t(`import.near.${one.by}`)}</small>
                    </div>
                  ))}
                </td>
                <td className={styles.decide}>
                  <Choice
                    label={t("import.unitDecision", { word })}
                    value={decision === undefined ? "later" : decision.as === "new" ? "new" : `same ${decision.code}`}
                    options={[
                      { value: "later", label: t("import.unitLater") },
                      ...suggestions.map(({ code, name }) => ({
                        value: `same ${code}`,
                        label: t("import.unitSame", { name }),
                      })),
                      { value: "new", label: t("import.unitNew") },
                    ]}
                    onChange={(value) =>
                      decide(
                        word,
                        value === "later"
                          ? null
                          : value === "new"
                            ? { as: "new" }
                            : { as: "same", code: value.slice("same ".length) },
                      )
                    }
                  />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {units.length > shown && (
        <button type="button" className={styles.textButton} onClick={() => setShown(shown + 200)}>
          {t("import.unitsMore", { n: number(units.length - shown) })}
        </button>
      )}
    </section>
  );
}
