import type { Change, RegisteredUnit } from "@tianyan/api";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ChangeDialog } from "../../../components/ChangeDialog";
import { Switcher } from "../../../components/Switcher";
import { api } from "../../../lib/api";
import { formOf, type UnitForm } from "../lib/unit-form";
import { aliasList } from "../lib/unit-lines";
import { MergerFields } from "./MergerFields";
import { UnitFields } from "./UnitFields";
import { UnitSame } from "./UnitSame";

export interface UnitDialogProps {
  /** Null: a new one. */
  readonly unit: RegisteredUnit | null;
  readonly units: readonly RegisteredUnit[];
  readonly onClose: () => void;
}

type Deed = "fields" | "alias" | "merge" | "unmerge" | "remove";

/** What can be done with the unit, as it stands. */
function deedsOf(unit: RegisteredUnit | null): readonly Deed[] {
  if (!unit) return ["fields"];
  if (unit.provisional) return ["alias", "fields"];
  return ["fields", unit.merger ? "unmerge" : "merge", "remove"];
}

/** One unit: confirm it, change it, merge it, take it out; always with what it would do to the findings first. */
export function UnitDialog({ unit, units, onClose }: UnitDialogProps) {
  const { t } = useTranslation();
  const [form, setForm] = useState(() => formOf(unit));
  const deeds = deedsOf(unit);
  const [deed, setDeed] = useState<Deed>(deeds[0] ?? "fields");
  const change = (part: Partial<UnitForm>) => setForm((before) => ({ ...before, ...part }));

  const ask = (preview: boolean): Promise<Change> => {
    const { name, parent, kind, of, into, from, note } = form;
    const fields = { name, parent, kind, aliases: aliasList(form.aliases) };
    const options = { preview };
    if (!unit) return api.addUnit({ code: form.code.trim() || name.trim(), ...fields }, options);
    if (deed === "alias") return api.confirmUnit(unit.code, { as: "alias", of }, options);
    if (deed === "merge") return api.mergeUnit(unit.code, { into, from, note }, options);
    if (deed === "unmerge") return api.unmergeUnit(unit.code, options);
    if (deed === "remove") return api.removeUnit(unit.code, options);
    if (unit.provisional) return api.confirmUnit(unit.code, { as: "unit", ...fields }, options);
    return api.changeUnit(unit.code, fields, options);
  };
  const ready = { fields: form.name.trim() !== "", alias: form.of !== "", merge: form.into !== "" && form.from !== "" };
  return (
    <ChangeDialog
      title={unit ? unit.name : t("registry.units.add")}
      ask={ask}
      ready={deed === "unmerge" || deed === "remove" || ready[deed]}
      draft={JSON.stringify([deed, form])}
      act={t(unit?.provisional && deed !== "remove" ? "registry.deedAct.confirm" : `registry.deedAct.${deed}`)}
      onClose={onClose}
    >
      {deeds.length > 1 && (
        <div>
          <Switcher
            label={t("registry.deeds")}
            value={deed}
            options={deeds.map((value) => ({
              value,
              label: t(unit?.provisional && value === "fields" ? "registry.deed.own" : `registry.deed.${value}`),
            }))}
            onChange={setDeed}
          />
        </div>
      )}
      {deed === "fields" && <UnitFields form={form} isNew={unit === null} units={units} onChange={change} />}
      {deed === "alias" && unit && (
        <UnitSame unit={unit} units={units} of={form.of} onChange={(of) => change({ of })} />
      )}
      {deed === "merge" && unit && <MergerFields unit={unit} units={units} form={form} onChange={change} />}
      {deed === "unmerge" && <p>{t("registry.unmergeText")}</p>}
      {deed === "remove" && <p>{t("registry.removeText")}</p>}
    </ChangeDialog>
  );
}
