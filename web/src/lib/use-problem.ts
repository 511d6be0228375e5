import { useTranslation } from "react-i18next";
import { useLanguage } from "../i18n/use-language";
import { ApiError } from "./api";
import { inLocalTime } from "./time";

export interface Problem {
  readonly title: string;
  readonly text: string;
  readonly requestId: string | null;
  /** What was refused once is refused again. */
  readonly mayPass: boolean;
}

/** An error in words that say what to do; unknown ones show nothing of their inside. */
export function useProblem(error: unknown): Problem {
  const { t } = useTranslation();
  const language = useLanguage();
  if (error instanceof ApiError) {
    const title = error.status < 500 ? t("state.refused") : t("state.failed");
    const { detail } = error;
    const text =
      detail === null
        ? error[language]
        : t("state.detailed", { text: error[language], detail: inLocalTime(detail[language]) });
    return { title, text, requestId: error.requestId, mayPass: error.status >= 500 };
  }
  if (error instanceof TypeError) {
    return { title: t("state.unreachable"), text: t("state.unreachableText"), requestId: null, mayPass: true };
  }
  return { title: t("state.failed"), text: t("state.failedText"), requestId: null, mayPass: true };
}
