import { useTranslation } from "react-i18next";

/** Who did something, in words: what the system does by itself has no name. */
export function useActor(): (actor: string) => string {
  const { t } = useTranslation();
  return (actor) => (actor === "system" || actor === "local" ? t("person.local") : actor);
}
