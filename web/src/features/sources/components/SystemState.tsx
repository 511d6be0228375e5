import { useTranslation } from "react-i18next";
import { formatInstant, instantOrNull } from "../../../lib/time";
import { useMeta } from "../../../lib/use-meta";
import { useReady } from "../api/system";
import styles from "./sources.module.css";

export function SystemState() {
  const { t } = useTranslation();
  const ready = useReady();
  const meta = useMeta();
  const now = instantOrNull(meta.data?.now ?? null);
  return (
    <section className={styles.system} aria-label={t("sources.system")} data-testid="system">
      {ready.data === true && <b data-ok="">✓ {t("sources.ready")}</b>}
      {(ready.data === false || ready.isError) && <b data-bad="">✕ {t("sources.notReady")}</b>}
      {meta.data && <span>{t("sources.version", { version: meta.data.version })}</span>}
      {now !== null && <span>{t("sources.serverNow", { at: formatInstant(now) })}</span>}
      {meta.data?.demo && <span>{t("sources.demo")}</span>}
    </section>
  );
}
