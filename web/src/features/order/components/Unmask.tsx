import { Button, Checkbox, Modal } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { CallerField, UnmaskedCaller } from "@tianyan/api";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import form from "../../../components/change-dialog.module.css";
import { FactorForm } from "../../../components/FactorForm";
import { ErrorState } from "../../../components/PageState";
import { ApiError, api } from "../../../lib/api";
import type { OrderKey } from "../../../lib/order-key";
import { useMeta } from "../../../lib/use-meta";

export interface UnmaskProps {
  readonly order: OrderKey;
  /** Those that are known. */
  readonly fields: readonly CallerField[];
  readonly onSeen: (caller: UnmaskedCaller) => void;
  readonly onClose: () => void;
}

const SHORTEST_REASON = 4;

/** Which fields, and why; then, where it was given too long ago, the second factor. */
export function Unmask({ order, fields, onSeen, onClose }: UnmaskProps) {
  const { t } = useTranslation();
  const enrolled = useMeta().data?.actor.factor.enrolled ?? false;
  const [chosen, setChosen] = useState<readonly CallerField[]>(fields.includes("phone") ? ["phone"] : fields);
  const [reason, setReason] = useState("");
  const ask = useMutation({
    mutationFn: () => api.unmaskCaller(order.source, order.orderId, { fields: [...chosen], reason: reason.trim() }),
    onSuccess: onSeen,
    gcTime: 0,
  });
  const stale = ask.error instanceof ApiError && ask.error.code === "factor.stale";
  const ready = chosen.length > 0 && reason.trim().length >= SHORTEST_REASON;
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("caller.unmask")}
      size="md"
      closeButtonProps={{ "aria-label": t("help.dismiss") }}
    >
      {stale && enrolled ? (
        <>
          <p>{t("caller.factor")}</p>
          <FactorForm onDone={() => ask.mutate()} />
        </>
      ) : (
        <form
          className={form.form}
          onSubmit={(event) => {
            event.preventDefault();
            if (ready && !ask.isPending) ask.mutate();
          }}
        >
          <p>{t("caller.consequence")}</p>
          <fieldset>
            {fields.map((field) => (
              <Checkbox
                key={field}
                label={t(`caller.${field}`)}
                checked={chosen.includes(field)}
                onChange={() =>
                  setChosen(chosen.includes(field) ? chosen.filter((one) => one !== field) : [...chosen, field])
                }
              />
            ))}
          </fieldset>
          <label>
            {t("caller.reason")}
            <textarea
              rows={3}
              maxLength={500}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
          </label>
          {stale ? (
            <p role="alert">
              {t("caller.enrolFirst")} <Link to="/account">{t("people.menu.account")}</Link>
            </p>
          ) : (
            ask.isError && <ErrorState error={ask.error} />
          )}
          <div className={form.buttons}>
            <Button variant="default" onClick={onClose}>
              {t("act.cancel")}
            </Button>
            <Button type="submit" disabled={!ready} loading={ask.isPending} data-testid="unmask-act">
              {t("caller.see")}
            </Button>
          </div>
        </form>
      )}
    </Modal>
  );
}
