import { useMemo } from "react";
import { useLanguage } from "./use-language";

/** Figures with thousands set apart. */
export function useNumber(): (figure: number) => string {
  const language = useLanguage();
  return useMemo(() => {
    const format = new Intl.NumberFormat(language === "en" ? "en" : "zh-CN");
    return (figure) => format.format(figure);
  }, [language]);
}
