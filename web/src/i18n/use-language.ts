import { useTranslation } from "react-i18next";
import type { Language } from "./index";

/** The language of the screen, as core's texts name it. */
export function useLanguage(): Language {
  const { i18n } = useTranslation();
  return i18n.language === "en" ? "en" : "zh";
}
