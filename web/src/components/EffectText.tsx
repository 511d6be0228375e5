import type { Effect } from "@tianyan/api";
import { useTranslation } from "react-i18next";
import { useNumber } from "../i18n/use-number";
import styles from "./change-dialog.module.css";

export interface EffectTextProps {
  readonly effect: Effect;
  /** It has happened; else it would. */
  readonly done?: boolean;
}

/** What a change of the registry does to the findings, and to whose. */
export function EffectText({ effect, done = false }: EffectTextProps) {
  const { t } = useTranslation();
  const number = useNumber();
  const { added, changed, removed } = effect.findings;
  const figures = {
    orders: number(effect.orders),
    added: number(added),
    changed: number(changed),
    removed: number(removed),
  };
  const nothing = added + changed + removed === 0;
  const key = done ? "did" : "would";
  return (
    <div className={styles.effect} role="status" data-testid="effect">
      <p>{t(nothing ? `effect.${key}Nothing` : `effect.${key}`, figures)}</p>
      {effect.units.length > 0 && (
        <ul>
          {effect.units.slice(0, 8).map((unit) => (
            <li key={unit.code}>
              {unit.name}
              <small>{t("effect.unit", { added: number(unit.added), removed: number(unit.removed) })}</small>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
