import { FOLLOWER_READS, type FollowerRead } from "@tianyan/api";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FormDialog } from "../../../components/FormDialog";
import { LineField } from "../../../components/FormFields";
import { useAddFollower } from "../api/follow";
import styles from "./follow.module.css";
import { SecretOnce } from "./SecretOnce";

/** Codes as people write them in a row; null: none, which is everything. */
function codesOf(text: string): string[] | null {
  const codes = text.split(/[,，、;；\s]+/).filter((code) => code !== "");
  return codes.length === 0 ? null : codes;
}

/** What another system may read, of whom, and for how long. */
export function FollowerDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const add = useAddFollower();
  const [name, setName] = useState("");
  const [reads, setReads] = useState<readonly FollowerRead[]>(FOLLOWER_READS);
  const [sources, setSources] = useState("");
  const [districts, setDistricts] = useState("");
  const [units, setUnits] = useState("");
  const [days, setDays] = useState("365");
  if (add.data) return <SecretOnce title={t("follow.addKey")} secret={add.data.secret} onClose={onClose} />;
  return (
    <FormDialog
      title={t("follow.addKey")}
      act={t("follow.addKey")}
      ready={name.trim() !== "" && reads.length > 0 && /^[1-9]\d{0,2}$|^10[0-8]\d$|^109[0-5]$/.test(days)}
      busy={add.isPending}
      error={add.error}
      testId="follower-form"
      onClose={onClose}
      onAct={() =>
        add.mutate({
          name: name.trim(),
          reads: [...reads],
          sources: codesOf(sources),
          districts: codesOf(districts),
          units: codesOf(units),
          days: Number(days),
        })
      }
    >
      <LineField label={t("follow.name")} value={name} max={100} first onChange={setName} />
      <fieldset className={styles.kinds}>
        <legend>{t("follow.reads")}</legend>
        <div>
          {FOLLOWER_READS.map((read) => (
            <label key={read}>
              <input
                type="checkbox"
                checked={reads.includes(read)}
                onChange={(event) =>
                  setReads(event.currentTarget.checked ? [...reads, read] : reads.filter((one) => one !== read))
                }
              />
              {t(`follow.group.${read === "cases.read" ? "cases" : "findings"}`)}
            </label>
          ))}
        </div>
      </fieldset>
      <LineField label={t("follow.sources")} value={sources} max={2000} onChange={setSources} />
      <LineField label={t("follow.districts")} value={districts} max={2000} onChange={setDistricts} />
      <LineField label={t("follow.units")} value={units} max={2000} onChange={setUnits} />
      <LineField label={t("keys.days")} value={days} max={4} onChange={setDays} />
    </FormDialog>
  );
}
