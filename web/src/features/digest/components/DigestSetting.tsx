import { Button, Switch } from "@mantine/core";
import type { DigestSetting as Setting } from "@tianyan/api";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ErrorState } from "../../../components/PageState";
import { useMay } from "../../../lib/use-meta";
import { useChangeDigestSetting, useDigestSetting } from "../api/digests";
import styles from "./digest.module.css";

/** On one's account: whether and where the digest is mailed. */
export function DigestSetting() {
  const { t } = useTranslation();
  const may = useMay("digests.read");
  const answer = useDigestSetting(may);
  if (!may) return null;
  return (
    <section className={styles.setting} data-testid="digest-setting">
      <h2>{t("digest.title")}</h2>
      {answer.isError && <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />}
      {answer.data?.domains === null && <p>{t("digest.noMail")}</p>}
      {answer.data && answer.data.domains !== null && <SettingForm setting={answer.data} />}
    </section>
  );
}

function SettingForm({ setting }: { readonly setting: Setting }) {
  const { t } = useTranslation();
  const change = useChangeDigestSetting();
  const [mail, setMail] = useState(setting.mail);
  const [address, setAddress] = useState(setting.address ?? "");
  const said = address.trim();
  const changed = mail !== setting.mail || said !== (setting.address ?? "");
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        change.mutate({ mail, address: said === "" ? null : said });
      }}
    >
      <Switch checked={mail} label={t("digest.mail")} onChange={() => setMail(!mail)} />
      <label>
        {t("digest.address")}
        <input
          type="email"
          autoComplete="email"
          value={address}
          maxLength={254}
          onChange={(event) => setAddress(event.currentTarget.value)}
        />
      </label>
      {setting.domains !== null && setting.domains.length > 0 && (
        <p>{t("digest.domains", { domains: setting.domains.join(t("list.comma")) })}</p>
      )}
      <p>{t("digest.mailHint")}</p>
      {change.isError && <ErrorState error={change.error} />}
      <div>
        <Button type="submit" size="compact-sm" disabled={!changed} loading={change.isPending}>
          {t("act.save")}
        </Button>
        {change.isSuccess && !changed && <span role="status"> {t("digest.saved")}</span>}
      </div>
    </form>
  );
}
