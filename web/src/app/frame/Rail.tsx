import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { CollapseIcon, ExpandIcon } from "../../components/icons";
import { useUnreadDigest } from "../../lib/digests";
import styles from "./frame.module.css";
import { type Screen, WHEREVER } from "./screens";

export interface RailProps {
  readonly screens: readonly Screen[];
  readonly collapsed: boolean;
  readonly onToggle: () => void;
}

export function Rail({ screens, collapsed, onToggle }: RailProps) {
  const { t } = useTranslation();
  const unread = useUnreadDigest();
  const toggle = collapsed ? t("nav.expand") : t("nav.collapse");
  return (
    <nav className={styles.rail} aria-label={t("nav.main")} data-collapsed={collapsed || undefined}>
      <ul>
        {screens.map(({ to, search = {}, label, icon: Icon }) => (
          <li key={to}>
            <Link
              to={to}
              search={search}
              activeOptions={WHEREVER}
              className={styles.railLink}
              title={collapsed ? t(label) : undefined}
              aria-label={t(label)}
            >
              <Icon />
              <span>{t(label)}</span>
              {to === "/digest" && unread && <Unread label={t("digest.unread")} />}
            </Link>
          </li>
        ))}
      </ul>
      <button
        type="button"
        className={styles.railToggle}
        onClick={onToggle}
        aria-label={toggle}
        aria-expanded={!collapsed}
      >
        {collapsed ? <ExpandIcon /> : <CollapseIcon />}
        <span>{toggle}</span>
      </button>
    </nav>
  );
}

const Unread = ({ label }: { readonly label: string }) => (
  <span className={styles.unread} role="img" aria-label={label} title={label} data-testid="digest-unread">
    ●
  </span>
);
