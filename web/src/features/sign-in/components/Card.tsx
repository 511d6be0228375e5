import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { setLanguage } from "../../../i18n";
import { useLanguage } from "../../../i18n/use-language";
import { useTitle } from "../../../lib/use-title";
import styles from "./sign-in.module.css";

export interface CardProps {
  readonly title: string;
  /** Who is signing in, once it is known. */
  readonly name?: string | null;
  readonly foot?: ReactNode;
  readonly children: ReactNode;
}

/** The one sheet on the screen before anybody is signed in. */
export function Card({ title, name = null, foot, children }: CardProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  useTitle(title);
  return (
    <main className={styles.page}>
      <div className={styles.card} data-testid="sign-in">
        <p className={styles.brand}>
          {t("product.name")} <small>{t("product.line")}</small>
        </p>
        <h1>{title}</h1>
        {name !== null && <p className={styles.note}>{t("signIn.as", { name })}</p>}
        {children}
        {foot}
      </div>
      <p className={styles.language}>
        <button type="button" lang="zh-CN" aria-current={language === "zh"} onClick={() => setLanguage("zh")}>
          简体中文
        </button>
        <button type="button" lang="en" aria-current={language === "en"} onClick={() => setLanguage("en")}>
          English
        </button>
      </p>
    </main>
  );
}
