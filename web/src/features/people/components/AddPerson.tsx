import { Button, Modal } from "@mantine/core";
import { type InvitedAccount, isAdministrator, type Post } from "@tianyan/api";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Choice } from "../../../components/Choice";
import form from "../../../components/change-dialog.module.css";
import { ErrorState } from "../../../components/PageState";
import { api } from "../../../lib/api";
import { useAct, useScopeChoices } from "../api/people";
import { EVERYTHING, isComplete, scopeOf } from "../lib/draft";
import { LinkOnce } from "./LinkOnce";
import { PostChoice, ScopeFields } from "./PostFields";

/** A person, a first post, and the link that lets them in. */
export function AddPerson({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const choices = useScopeChoices();
  const [login, setLogin] = useState("");
  const [name, setName] = useState("");
  const [unit, setUnit] = useState("");
  const [post, setPost] = useState<Post>("inspector");
  const [scope, setScope] = useState(EVERYTHING);
  const add = useAct<void, InvitedAccount>(() =>
    api.addAccount({
      login: login.trim(),
      name: name.trim(),
      unit: unit === "" ? null : unit,
      appointments: [{ post, scope: scopeOf(isAdministrator(post) ? EVERYTHING : scope) }],
    }),
  );
  const ready = login.trim() !== "" && name.trim() !== "" && isComplete(post, scope);
  const units = (choices.data?.units ?? []).map(({ code, name: label }) => ({ value: code, label }));
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("people.add.title")}
      size="lg"
      closeButtonProps={{ "aria-label": t("help.dismiss") }}
    >
      {add.data ? (
        <LinkOnce name={add.data.account.name} link={add.data.link} onClose={onClose} />
      ) : (
        <form
          className={form.form}
          onSubmit={(event) => {
            event.preventDefault();
            if (ready && !add.isPending) add.mutate();
          }}
        >
          <label>
            {t("people.add.name")}
            <input value={name} maxLength={100} onChange={(event) => setName(event.currentTarget.value)} />
          </label>
          <label>
            {t("people.add.login")}
            <input
              value={login}
              maxLength={64}
              autoComplete="off"
              spellCheck={false}
              onChange={(event) => setLogin(event.currentTarget.value)}
            />
          </label>
          <PostChoice post={post} kind={null} onChange={setPost} />
          {!isAdministrator(post) && (
            <ScopeFields scope={scope} choices={choices.data} post={post} onChange={setScope} />
          )}
          <Choice
            label={t("people.add.unit")}
            labelShown
            value={unit}
            options={[{ value: "", label: t("people.add.noUnit") }, ...units]}
            onChange={setUnit}
          />
          <small>{t("people.add.unitHint")}</small>
          {add.isError && <ErrorState error={add.error} />}
          <div className={form.buttons}>
            <Button variant="default" onClick={onClose}>
              {t("act.cancel")}
            </Button>
            <Button type="submit" disabled={!ready} loading={add.isPending} data-testid="add-act">
              {t("people.add.act")}
            </Button>
          </div>
        </form>
      )}
    </Modal>
  );
}
