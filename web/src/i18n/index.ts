import i18next, { type i18n as I18n } from "i18next";
import { initReactI18next } from "react-i18next";
import { en } from "./en";
import { zh } from "./zh";

export const LANGUAGES = ["zh", "en"] as const;
export type Language = (typeof LANGUAGES)[number];

const KEPT = "tianyan.language";

/** Private browsing may forbid storage; then the language is simply not kept. */
function keptLanguage(): Language {
  try {
    return window.localStorage.getItem(KEPT) === "en" ? "en" : "zh";
  } catch {
    return "zh";
  }
}

const announce = (language: string) => {
  document.documentElement.lang = language === "en" ? "en" : "zh-CN";
};

export const i18n: I18n = i18next.createInstance();

export async function startI18n(): Promise<void> {
  i18n.on("languageChanged", announce);
  await i18n.use(initReactI18next).init({
    lng: keptLanguage(),
    fallbackLng: "zh",
    resources: { zh: { translation: zh }, en: { translation: en } },
    interpolation: { escapeValue: false },
  });
}

export function setLanguage(language: Language): void {
  try {
    window.localStorage.setItem(KEPT, language);
  } catch {
    // Kept for this page only.
  }
  void i18n.changeLanguage(language);
}
