import type { NamedUnitItem } from "@tianyan/api";
import { useTranslation } from "react-i18next";
import styles from "./finding-list.module.css";

/** The first unit and how many more; all of them on hover. A finding may name nobody, and says so. */
export function UnitsText({ units }: { readonly units: readonly NamedUnitItem[] }) {
  const { t } = useTranslation();
  const [first] = units;
  if (!first) return <>{t("watchlist.nobody")}</>;
  return (
    <span className={styles.unitNames} title={units.map((unit) => unit.name).join(t("list.comma"))}>
      <span>{first.name}</span>
      {units.length > 1 && <b>+{units.length - 1}</b>}
    </span>
  );
}
