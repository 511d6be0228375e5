import { Button, Modal } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Choice } from "../../../components/Choice";
import form from "../../../components/change-dialog.module.css";
import { ErrorState } from "../../../components/PageState";
import { useSources } from "../../../lib/sources";
import { useAddKey } from "../api/keys";
import styles from "./keys.module.css";

const YEAR = "365";

/** A key is told once, to be handed to whoever runs the other system. */
export function AddKey({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const sources = useSources().data?.sources ?? [];
  const [name, setName] = useState("");
  const [source, setSource] = useState("");
  const [days, setDays] = useState(YEAR);
  const add = useAddKey();
  const ready = name.trim() !== "" && /^[1-9]\d{0,3}$/.test(days);
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("keys.add")}
      size="md"
      closeButtonProps={{ "aria-label": t("help.dismiss") }}
    >
      {add.data ? (
        <div className={form.form}>
          <p>{t("keys.secret")}</p>
          <code className={styles.secret} data-testid="key-secret">
            {add.data.secret}
          </code>
          <div className={form.buttons}>
            <Button onClick={onClose}>{t("people.link.done")}</Button>
          </div>
        </div>
      ) : (
        <form
          className={form.form}
          onSubmit={(event) => {
            event.preventDefault();
            if (ready && !add.isPending)
              add.mutate({ name: name.trim(), source: source === "" ? null : source, days: Number(days) });
          }}
        >
          <label>
            {t("keys.name")}
            <input value={name} maxLength={100} onChange={(event) => setName(event.currentTarget.value)} />
          </label>
          <Choice
            label={t("keys.source")}
            labelShown
            value={source}
            options={[
              { value: "", label: t("keys.anySource") },
              ...sources.map(({ code, name: label }) => ({ value: code, label: label || code })),
            ]}
            onChange={setSource}
          />
          <label>
            {t("keys.days")}
            <input
              type="number"
              min={1}
              max={1095}
              value={days}
              onChange={(event) => setDays(event.currentTarget.value)}
            />
          </label>
          {add.isError && <ErrorState error={add.error} />}
          <div className={form.buttons}>
            <Button variant="default" onClick={onClose}>
              {t("act.cancel")}
            </Button>
            <Button type="submit" disabled={!ready} loading={add.isPending}>
              {t("keys.add")}
            </Button>
          </div>
        </form>
      )}
    </Modal>
  );
}
