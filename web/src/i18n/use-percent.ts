import { useMemo } from "react";
import { useLanguage } from "./use-language";

/** A share between 0 and 1, to a tenth of a per cent. */
export function usePercent(): (share: number) => string {
  const language = useLanguage();
  return useMemo(() => {
    const format = new Intl.NumberFormat(language === "en" ? "en" : "zh-CN", {
      style: "percent",
      minimumFractionDigits: 1,
      maximumFractionDigits: 1,
    });
    return (share) => format.format(share);
  }, [language]);
}
