import { Button } from "@mantine/core";
import type { Link } from "@tianyan/api";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import form from "../../../components/change-dialog.module.css";
import { formatInstant, instantOrNull } from "../../../lib/time";
import styles from "./people.module.css";

export interface LinkOnceProps {
  readonly name: string;
  readonly link: Link;
  readonly onClose: () => void;
}

/** A link that lets one person in: it is shown this once, to be handed over by a safe way. */
export function LinkOnce({ name, link, onClose }: LinkOnceProps) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  const address = `${window.location.origin}${link.path}`;
  const until = instantOrNull(link.expires_at);
  return (
    <div className={form.form}>
      <p>{t("people.link.handOver", { name, at: until === null ? "" : formatInstant(until) })}</p>
      <code className={styles.link} data-testid="link">
        {address}
      </code>
      <div className={form.buttons}>
        {window.isSecureContext && (
          <Button
            variant="default"
            onClick={() => void navigator.clipboard.writeText(address).then(() => setCopied(true))}
          >
            {copied ? `✓ ${t("people.link.copied")}` : t("people.link.copy")}
          </Button>
        )}
        <Button onClick={onClose}>{t("people.link.done")}</Button>
      </div>
    </div>
  );
}
