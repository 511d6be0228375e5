import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api } from "../../../lib/api";
import type { OrdersSearch } from "../lib/search";
import styles from "./orders.module.css";

export interface DeedChipProps {
  readonly search: OrdersSearch;
  readonly onSearch: (next: OrdersSearch, replace: boolean) => void;
}

/** In words, what the orders of the list have in common where a figure opened it; taken away by a click. */
export function DeedChip({ search, onSearch }: DeedChipProps) {
  const { t } = useTranslation();
  const { did, did_unit, did_other, did_from, did_to, ...rest } = search;
  const { data } = useQuery({
    queryKey: ["unit-names"],
    queryFn: ({ signal }) => api.units({}, { signal }),
    staleTime: 5 * 60_000,
    enabled: did_unit !== undefined || did_other !== undefined,
  });
  if (did === undefined) return null;
  const name = (code: string | undefined, otherwise: string) =>
    code === undefined ? otherwise : (data?.units.find((unit) => unit.code === code)?.name ?? code);
  const what = t(`behind.did.${did}`, {
    unit: name(did_unit, t("behind.anyUnit")),
    other: name(did_other, did === "handed_on" ? t("behind.otherUnit") : t("behind.anyCentre")),
  });
  const said =
    did_from === undefined || did_to === undefined ? what : t("behind.during", { what, from: did_from, to: did_to });
  return (
    <button
      type="button"
      className={styles.deed}
      data-testid="deed"
      title={t("behind.remove")}
      onClick={() => onSearch(rest as OrdersSearch, false)}
    >
      {said} ×
    </button>
  );
}
