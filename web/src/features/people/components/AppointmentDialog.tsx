import { Button, Modal } from "@mantine/core";
import { type Account, type Appointment, isAdministrator, POSTS_OF_KIND, type Post } from "@tianyan/api";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import form from "../../../components/change-dialog.module.css";
import { ErrorState } from "../../../components/PageState";
import { api } from "../../../lib/api";
import { usePostName } from "../../../lib/use-post-name";
import { useAct, useScopeChoices } from "../api/people";
import { draftOf, EVERYTHING, isComplete, scopeOf } from "../lib/draft";
import { PostChoice, ScopeFields } from "./PostFields";

export interface AppointmentDialogProps {
  readonly account: Account;
  /** Null: a new one. */
  readonly given: Appointment | null;
  readonly onClose: () => void;
}

/** Appoints to a post, or changes what an appointment covers. */
export function AppointmentDialog({ account, given, onClose }: AppointmentDialogProps) {
  const { t } = useTranslation();
  const postName = usePostName();
  const choices = useScopeChoices();
  const [post, setPost] = useState<Post>(given?.post ?? POSTS_OF_KIND[account.kind][0]);
  const [scope, setScope] = useState(given ? draftOf(given.scope) : EVERYTHING);
  const save = useAct<void, Account>(() =>
    given
      ? api.changeAppointment(account.id, given.id, { scope: scopeOf(scope), ends_at: given.ends_at })
      : api.appoint(account.id, { post, scope: scopeOf(scope) }),
  );
  return (
    <Modal
      opened
      onClose={onClose}
      title={given ? postName(given.post) : t("people.one.appoint")}
      size="lg"
      closeButtonProps={{ "aria-label": t("help.dismiss") }}
    >
      <form
        className={form.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (isComplete(post, scope) && !save.isPending) save.mutate(undefined, { onSuccess: onClose });
        }}
      >
        {given === null && <PostChoice post={post} kind={account.kind} onChange={setPost} />}
        {!isAdministrator(post) && <ScopeFields scope={scope} choices={choices.data} post={post} onChange={setScope} />}
        {save.isError && <ErrorState error={save.error} />}
        <div className={form.buttons}>
          <Button variant="default" onClick={onClose}>
            {t("act.cancel")}
          </Button>
          <Button type="submit" disabled={!isComplete(post, scope)} loading={save.isPending}>
            {t("act.save")}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
