import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../components/PageState";

export function NotFound() {
  const { t } = useTranslation();
  return (
    <EmptyState alone title={t("state.notFound")}>
      <p>{t("state.notFoundText")}</p>
      <Link to="/watchlist">{t("state.toWatchlist")}</Link>
    </EmptyState>
  );
}
