import type { NamedUnitItem } from "@tianyan/api";
import { useTranslation } from "react-i18next";

/** The first unit and how many more; all of them on hover. A finding may name nobody, and says so. */
export function UnitsText({ units }: { readonly units: readonly NamedUnitItem[] }) {
  const { t } = useTranslation();
  const [first] = units;
  if (!first) return <>{t("watchlist.nobody")}</>;
  return (
    <span title={units.map((unit) => unit.name).join("、")}>
      {first.name}
      {units.length > 1 && ` +${units.length - 1}`}
    </span>
  );
}
