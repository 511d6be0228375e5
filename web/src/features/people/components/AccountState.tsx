import type { Account } from "@tianyan/api";
import { useTranslation } from "react-i18next";
import { formatInstant, instantOrNull } from "../../../lib/time";

const SIGNS = { invited: "…", active: "✓", locked: "✕", disabled: "–" } as const;

/** A word with a sign; a lock says until when. */
export function AccountState({ account }: { readonly account: Account }) {
  const { t } = useTranslation();
  const until = instantOrNull(account.locked_until);
  return (
    <>
      <span aria-hidden="true">{SIGNS[account.state]}</span> {t(`people.state.${account.state}`)}
      {account.state === "locked" && until !== null && ` ${t("people.until", { at: formatInstant(until) })}`}
      {account.demo && ` · ${t("people.demo")}`}
    </>
  );
}
