import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { AsOfPicker } from "./AsOfPicker";
import styles from "./frame.module.css";
import { PersonMenu } from "./PersonMenu";
import { SearchBox } from "./SearchBox";

export function TopBar({ onHelp }: { readonly onHelp: () => void }) {
  const { t } = useTranslation();
  return (
    <header className={styles.top}>
      <Link to="/watchlist" className={styles.brand}>
        {t("product.name")}
        <small>{t("product.line")}</small>
      </Link>
      <span className={styles.scope} title={t("scope.hint")} data-testid="scope">
        {t("scope.all")}
      </span>
      <AsOfPicker />
      <span className={styles.space} />
      <SearchBox />
      <PersonMenu onHelp={onHelp} />
    </header>
  );
}
