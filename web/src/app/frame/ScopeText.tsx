import { useQuery } from "@tanstack/react-query";
import type { Scope } from "@tianyan/api";
import { useTranslation } from "react-i18next";
import { api } from "../../lib/api";
import { unitNamer } from "../../lib/unit-namer";
import styles from "./frame.module.css";

/** What the post acted in covers: everything, or these sources, districts and units. */
export function ScopeText({ scope }: { readonly scope: Scope }) {
  const { t } = useTranslation();
  const units = useQuery({
    queryKey: ["units", {}],
    queryFn: ({ signal }) => api.units({}, { signal }),
    enabled: scope.units !== null,
    staleTime: 5 * 60_000,
  });
  const nameOf = unitNamer(units.data?.units ?? []);
  const parts = [
    ...(scope.sources === null ? [] : [scope.sources]),
    ...(scope.districts === null ? [] : [scope.districts]),
    ...(scope.units === null ? [] : [scope.units.map(nameOf)]),
  ];
  const short = parts.map(([first = "", ...rest]) =>
    rest.length === 0 ? first : t("scope.andMore", { first, n: rest.length + 1 }),
  );
  const all = parts.map((names) => names.join(t("list.comma"))).join(t("list.semicolon"));
  return (
    <span
      className={styles.scope}
      title={parts.length === 0 ? t("scope.hint") : t("scope.only", { all })}
      data-testid="scope"
    >
      {parts.length === 0 ? t("scope.all") : short.join(" · ")}
    </span>
  );
}
