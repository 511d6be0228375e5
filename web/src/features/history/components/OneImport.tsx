import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Bones } from "../../../components/Bones";
import { ImportFigures } from "../../../components/ImportFigures";
import { BackIcon } from "../../../components/icons";
import { Page } from "../../../components/Page";
import { ErrorState } from "../../../components/PageState";
import { Progress } from "../../../components/Progress";
import { useLanguage } from "../../../i18n/use-language";
import { useSourceName } from "../../../lib/sources";
import { formatInstant, instantOrNull } from "../../../lib/time";
import { useActor } from "../../../lib/use-actor";
import { isRunning, useImport } from "../../../lib/use-import";
import { useImportLabel } from "../../../lib/use-import-label";
import { useKeys } from "../../../lib/use-keys";
import styles from "./history.module.css";
import { ImportFiles } from "./ImportFiles";
import { Rejects } from "./Rejects";
import { StateText } from "./StateText";
import { Undo } from "./Undo";

export interface OneImportProps {
  readonly id: string;
  readonly reason: string | undefined;
  readonly onReason: (reason: string | undefined) => void;
  readonly onClose: () => void;
}

/** One batch: what came in, what was left out and why, what came of it, and how to take it back. */
export function OneImport({ id, reason, onReason, onClose }: OneImportProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const sourceName = useSourceName();
  const actor = useActor();
  const label = useImportLabel();
  const answer = useImport(id);
  useKeys({ Escape: onClose });
  const one = answer.data;
  const time = (iso: string | null) => {
    const at = instantOrNull(iso);
    return at === null ? "" : formatInstant(at);
  };
  return (
    <Page
      title={t("history.one", { id })}
      aside={one && <StateText one={one} />}
      bar={
        <button type="button" className={styles.back} onClick={onClose}>
          <BackIcon size={12} />
          {t("history.back")}
        </button>
      }
    >
      {answer.isError && <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />}
      {answer.isPending && <Bones rows={8} />}
      {one && (
        <div data-testid="one-import">
          <p className={styles.line}>
            {t("history.by", { who: actor(one.actor), at: time(one.created_at), via: t(`history.via.${one.via}`) })}
            {one.source !== null && (
              <>
                {" "}
                <Link to="/data/sources">{t("history.into", { source: sourceName(one.source) })}</Link>
              </>
            )}
            {one.undo && ` ${t("history.undoneBy", { who: actor(one.undo.actor), at: time(one.undo.at) })}`}
          </p>
          {isRunning(one) && (
            <div className={styles.narrow}>
              <Progress label={label(one)} progress={one.progress} />
            </div>
          )}
          {one.error && (
            <p className={styles.fault} role="alert">
              {one.error.detail?.[language]} {one.error[language]}
            </p>
          )}
          {one.summary && <ImportFigures summary={one.summary} />}
          {one.can_undo && <Undo one={one} />}
          {one.files.length > 0 && <ImportFiles files={one.files} />}
          {(one.summary?.rejected ?? 0) > 0 && <Rejects id={id} reason={reason} onReason={onReason} />}
        </div>
      )}
    </Page>
  );
}
