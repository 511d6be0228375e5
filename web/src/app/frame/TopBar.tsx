import { Link } from "@tanstack/react-router";
import type { MetaActor } from "@tianyan/api";
import { useTranslation } from "react-i18next";
import { AsOfPicker } from "./AsOfPicker";
import styles from "./frame.module.css";
import { PersonMenu } from "./PersonMenu";
import { ScopeText } from "./ScopeText";
import { SearchBox } from "./SearchBox";
import { deskOf } from "./screens";

export interface TopBarProps {
  readonly actor: MetaActor;
  readonly onHelp: () => void;
}

/** Scope, instant and search belong to who sees orders; administrators have nothing to choose from. */
export function TopBar({ actor, onHelp }: TopBarProps) {
  const { t } = useTranslation();
  const seesOrders = actor.permissions.includes("orders.read");
  return (
    <header className={styles.top}>
      <Link to={deskOf(actor.post)} className={styles.brand}>
        {t("product.name")}
        <small>{t("product.line")}</small>
      </Link>
      {seesOrders && <ScopeText scope={actor.scope} />}
      {seesOrders && <AsOfPicker />}
      <span className={styles.space} />
      {seesOrders && <SearchBox />}
      <PersonMenu actor={actor} onHelp={onHelp} />
    </header>
  );
}
