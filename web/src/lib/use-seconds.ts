import { useTranslation } from "react-i18next";

/** Seconds in words: `约 40 秒`, `约 3 分钟`. */
export function useSeconds(): (seconds: number) => string {
  const { t } = useTranslation();
  return (seconds) =>
    seconds < 90
      ? t("work.leftSeconds", { count: Math.max(1, Math.round(seconds)) })
      : t("work.leftMinutes", { count: Math.round(seconds / 60) });
}
