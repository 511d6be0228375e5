import { Button, Modal } from "@mantine/core";
import { useTranslation } from "react-i18next";
import form from "../../../components/change-dialog.module.css";
import styles from "./follow.module.css";

interface SecretOnceProps {
  readonly title: string;
  readonly secret: string;
  readonly onClose: () => void;
}

/** A secret is told once, to be handed to whoever runs the other system. */
export function SecretOnce({ title, secret, onClose }: SecretOnceProps) {
  const { t } = useTranslation();
  return (
    <Modal opened onClose={onClose} title={title} size="md" closeButtonProps={{ "aria-label": t("help.dismiss") }}>
      <div className={form.form}>
        <p>{t("keys.secret")}</p>
        <code className={styles.secret} data-testid="follow-secret">
          {secret}
        </code>
        <div className={form.buttons}>
          <Button onClick={onClose}>{t("people.link.done")}</Button>
        </div>
      </div>
    </Modal>
  );
}
