import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Bones } from "../../../components/Bones";
import { FilterText } from "../../../components/FilterText";
import { Page } from "../../../components/Page";
import { EmptyState, ErrorState } from "../../../components/PageState";
import table from "../../../components/table.module.css";
import { useNumber } from "../../../i18n/use-number";
import { useCategories } from "../api/registry";
import { categoryLines } from "../lib/category-tree";
import type { CategoriesSearch } from "../lib/search";
import styles from "./registry.module.css";

export interface CategoriesProps {
  readonly search: CategoriesSearch;
  readonly onSearch: (next: CategoriesSearch) => void;
}

/** The tree of categories as orders and catalogue have it, with who is competent. */
export function Categories({ search, onSearch }: CategoriesProps) {
  const { t } = useTranslation();
  const number = useNumber();
  const answer = useCategories();
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const all = answer.data?.categories ?? [];
  const lines = categoryLines(all, { open, find: search.q ?? "" });
  const toggle = (path: string) => {
    const next = new Set(open);
    if (!next.delete(path)) next.add(path);
    setOpen(next);
  };
  return (
    <Page
      title={t("registry.categories.title")}
      aside={answer.data && t("registry.categories.total", { n: number(all.length) })}
      bar={
        <FilterText
          label={t("registry.categories.find")}
          value={search.q ?? ""}
          onChange={(q) => onSearch({ q: q === "" ? undefined : q })}
        />
      }
    >
      <p className={styles.note}>
        {t("registry.categories.note")} <Link to="/data/competence">{t("registry.categories.toCompetence")}</Link>
      </p>
      {answer.isError && <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />}
      {answer.isPending && <Bones rows={12} />}
      {answer.data && all.length === 0 && (
        <EmptyState title={t("registry.categories.none")}>{t("registry.categories.noneText")}</EmptyState>
      )}
      {all.length > 0 && lines.length === 0 && <EmptyState title={t("filter.nothing")}>{search.q}</EmptyState>}
      {lines.length > 0 && (
        <table className={`${table.table} ${styles.wide}`} data-testid="categories">
          <thead>
            <tr>
              <th scope="col">{t("registry.categories.name")}</th>
              <th scope="col" className={table.figure}>
                {t("registry.categories.orders")}
              </th>
              <th scope="col">{t("registry.categories.units")}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ category, depth, parent }) => (
              <tr key={category.path}>
                <td style={{ paddingLeft: 8 + depth * 20 }}>
                  {parent ? (
                    <button
                      type="button"
                      className={styles.twist}
                      aria-expanded={open.has(category.path) || (search.q ?? "") !== ""}
                      onClick={() => toggle(category.path)}
                    >
                      <i aria-hidden="true">{open.has(category.path) || search.q ? "▾" : "▸"}</i>
                      {category.name}
                    </button>
                  ) : (
                    <span className={styles.leaf}>{category.name}</span>
                  )}
                </td>
                <td className={table.figure}>
                  <Link to="/orders" search={{ category: [category.path] }}>
                    {number(category.orders_below)}
                  </Link>
                </td>
                <td>
                  {category.units.map(({ name }) => name).join(t("list.comma")) || (
                    <span className={styles.quiet}>{t("registry.categories.silent")}</span>
                  )}
                  {category.units.length > 0 && category.from !== category.path && (
                    <small className={styles.quiet}>
                      {" "}
                      {t("registry.categories.from", { path: category.from.replaceAll(">", " › ") })}
                    </small>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Page>
  );
}
