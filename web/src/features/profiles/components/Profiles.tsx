import type { SavedProfile } from "@tianyan/api";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Bones } from "../../../components/Bones";
import { Confirm } from "../../../components/Confirm";
import { ErrorState } from "../../../components/PageState";
import { useProfiles, useRemoveProfile } from "../api/profiles";
import { ProfileCard } from "./ProfileCard";
import styles from "./profiles.module.css";

/** What was saved of how the exports of a source are read: to look at, to take along, to forget. */
export function Profiles() {
  const { t } = useTranslation();
  const answer = useProfiles();
  const [asked, setAsked] = useState<SavedProfile | null>(null);
  const remove = useRemoveProfile(() => setAsked(null));
  const profiles = answer.data ?? [];
  return (
    <section className={styles.profiles} aria-labelledby="profiles" data-testid="profiles">
      <h2 id="profiles">{t("profiles.title")}</h2>
      <p className={styles.note}>{t(profiles.length === 0 && answer.data ? "profiles.none" : "profiles.note")}</p>
      {answer.isError && <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />}
      {answer.isPending && <Bones rows={2} />}
      {profiles.map((profile) => (
        <ProfileCard key={profile.source} profile={profile} onRemove={() => setAsked(profile)} />
      ))}
      <Confirm
        opened={asked !== null}
        title={t("profiles.remove")}
        act={t("profiles.remove")}
        busy={remove.isPending}
        error={remove.error}
        onAct={() => asked && remove.mutate(asked.source)}
        onClose={() => setAsked(null)}
      >
        <p>{t("profiles.removeText", { name: asked?.name ?? "" })}</p>
      </Confirm>
    </section>
  );
}
