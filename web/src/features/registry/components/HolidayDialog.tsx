import type { Holiday } from "@tianyan/api";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ChangeDialog } from "../../../components/ChangeDialog";
import { api } from "../../../lib/api";

/** A day of our own: worked or off, against what the official table says; with why. */
export function HolidayDialog({ day, onClose }: { readonly day: Holiday; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const [says, setSays] = useState<"works" | "off" | "builtIn">(day.works ? "works" : "off");
  const [note, setNote] = useState(day.note);
  const builtIn = t(day.built_in ? "registry.holidays.works" : "registry.holidays.off");
  return (
    <ChangeDialog
      title={day.date}
      ask={(preview) =>
        says === "builtIn"
          ? api.removeHoliday(day.date, { preview })
          : api.setHoliday(day.date, { works: says === "works", note: note.trim() }, { preview })
      }
      ready={says !== "builtIn" || day.own}
      draft={`${says} ${note}`}
      onClose={onClose}
    >
      <p>{t("registry.holidays.builtIn", { says: builtIn })}</p>
      <fieldset>
        {(["works", "off", ...(day.own ? (["builtIn"] as const) : [])] as const).map((value) => (
          <label key={value}>
            <input type="radio" name="says" checked={says === value} onChange={() => setSays(value)} />
            {t(value === "builtIn" ? "registry.holidays.followBuiltIn" : `registry.holidays.${value}`)}
          </label>
        ))}
      </fieldset>
      {says !== "builtIn" && (
        <label>
          {t("registry.holidays.why")}
          <input value={note} maxLength={200} onChange={(event) => setNote(event.currentTarget.value)} />
        </label>
      )}
    </ChangeDialog>
  );
}
