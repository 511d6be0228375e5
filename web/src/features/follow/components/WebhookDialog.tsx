import { FEED_KINDS, type FeedKind, type Webhook } from "@tianyan/api";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FormDialog } from "../../../components/FormDialog";
import { LineField } from "../../../components/FormFields";
import { useAddWebhook, useChangeWebhook } from "../api/follow";
import styles from "./follow.module.css";
import { KindChoice } from "./KindChoice";
import { SecretOnce } from "./SecretOnce";

interface WebhookDialogProps {
  /** Null: a new one. */
  readonly webhook: Webhook | null;
  readonly hosts: readonly string[];
  readonly onClose: () => void;
}

/** Whom to tell, where, and what of it. */
export function WebhookDialog({ webhook, hosts, onClose }: WebhookDialogProps) {
  const { t } = useTranslation();
  const add = useAddWebhook();
  const change = useChangeWebhook(webhook?.id ?? "");
  const [name, setName] = useState(webhook?.name ?? "");
  const [url, setUrl] = useState(webhook?.url ?? (hosts[0] === undefined ? "" : `https://${hosts[0]}/`));
  const [kinds, setKinds] = useState<ReadonlySet<FeedKind>>(() => new Set(webhook?.kinds ?? FEED_KINDS));
  const [enabled, setEnabled] = useState(webhook?.enabled ?? true);
  if (add.data) return <SecretOnce title={t("follow.add")} secret={add.data.secret} onClose={onClose} />;
  const given = { name: name.trim(), url: url.trim(), kinds: FEED_KINDS.filter((kind) => kinds.has(kind)), enabled };
  const saving = webhook === null ? add : change;
  return (
    <FormDialog
      title={t(webhook === null ? "follow.add" : "follow.change")}
      act={t(webhook === null ? "follow.add" : "act.save")}
      ready={given.name !== "" && URL.canParse(given.url) && given.kinds.length > 0}
      busy={saving.isPending}
      error={saving.error}
      testId="webhook-form"
      onClose={onClose}
      onAct={() => (webhook === null ? add.mutate(given) : change.mutate(given, { onSuccess: onClose }))}
    >
      <LineField label={t("follow.name")} value={name} max={100} first onChange={setName} />
      <LineField label={t("follow.url")} value={url} max={500} onChange={setUrl} />
      <KindChoice chosen={kinds} onChange={setKinds} />
      <fieldset className={styles.kinds}>
        <label>
          <input type="checkbox" checked={enabled} onChange={(event) => setEnabled(event.currentTarget.checked)} />
          {t("follow.enabled")}
        </label>
      </fieldset>
    </FormDialog>
  );
}
