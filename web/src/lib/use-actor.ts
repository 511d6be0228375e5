import { useTranslation } from "react-i18next";

/** Who did something, in words: the person at this machine has no name of its own. */
export function useActor(): (actor: string) => string {
  const { t } = useTranslation();
  return (actor) => (actor === "local" ? t("person.local") : actor);
}
