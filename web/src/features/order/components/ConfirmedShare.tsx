import type { VerifiedItem } from "@tianyan/api";
import { useTranslation } from "react-i18next";
import { useNumber } from "../../../i18n/use-number";
import { usePercent } from "../../../i18n/use-percent";
import styles from "./why.module.css";

/** From so many on, a share says something. */
const ENOUGH = 10;

/** How often findings of the rule were right; one that is mostly dismissed says so. */
export function ConfirmedShare({ verified }: { readonly verified: VerifiedItem }) {
  const { t } = useTranslation();
  const number = useNumber();
  const percent = usePercent();
  const { share, confirmed, dismissed } = verified;
  const enough = share !== null && confirmed + dismissed >= ENOUGH;
  const counts = { confirmed: number(confirmed), dismissed: number(dismissed) };
  return (
    <p className={styles.named} data-testid="confirmed-share">
      {share === null && t("why.shareNone")}
      {share !== null && !enough && t("why.shareFew", counts)}
      {enough && t("why.share", { share: percent(share), ...counts })}
      {enough && share < 0.5 && <b className={styles.doubtful}> {t("why.doubtful")}</b>}
    </p>
  );
}
