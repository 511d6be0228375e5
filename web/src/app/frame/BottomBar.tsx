import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import styles from "./frame.module.css";
import { type Screen, WHEREVER, withinThumb } from "./screens";

/** On a phone: the four most used screens, within reach of a thumb. */
export function BottomBar({ screens }: { readonly screens: readonly Screen[] }) {
  const { t } = useTranslation();
  return (
    <nav className={styles.bottom} aria-label={t("nav.main")}>
      {withinThumb(screens).map(({ to, search = {}, label, icon: Icon }) => (
        <Link key={to} to={to} search={search} activeOptions={WHEREVER} className={styles.bottomLink}>
          <Icon size={18} />
          <span>{t(label)}</span>
        </Link>
      ))}
    </nav>
  );
}
