import { Button, Modal } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Choice } from "../../../components/Choice";
import form from "../../../components/change-dialog.module.css";
import { ErrorState } from "../../../components/PageState";
import { api } from "../../../lib/api";
import { OrdersTable } from "./OrdersTable";

const KINDS = ["phone", "id_number"] as const;
type Kind = (typeof KINDS)[number];

/** Orders of exactly one number; it is sent in the body, kept nowhere, and the search is audited. */
export function CallerSearch({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const [kind, setKind] = useState<Kind>("phone");
  const [number, setNumber] = useState("");
  const find = useMutation({
    mutationFn: () => api.searchByCaller(kind === "phone" ? { phone: number.trim() } : { id_number: number.trim() }),
    gcTime: 0,
  });
  const ready = number.trim().length >= 5;
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("caller.searchTitle")}
      size="xl"
      closeButtonProps={{ "aria-label": t("help.dismiss") }}
    >
      <form
        className={form.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (ready && !find.isPending) find.mutate();
        }}
      >
        <p>{t("caller.searchText")}</p>
        <Choice
          label={t("caller.number")}
          value={kind}
          options={KINDS.map((value) => ({ value, label: t(`caller.${value}`) }))}
          onChange={setKind}
        />
        <label>
          {t("caller.number")}
          <input
            value={number}
            autoComplete="off"
            maxLength={40}
            onChange={(event) => setNumber(event.currentTarget.value)}
          />
        </label>
        {find.isError && <ErrorState error={find.error} />}
        <div className={form.buttons}>
          <Button type="submit" disabled={!ready} loading={find.isPending}>
            {t("caller.find")}
          </Button>
        </div>
      </form>
      {find.data?.items.length === 0 && <p role="status">{t("caller.none")}</p>}
      {find.data && find.data.items.length > 0 && <OrdersTable rows={find.data.items} />}
      {find.data?.more && <p>{t("caller.more")}</p>}
    </Modal>
  );
}
