import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ChangeDialog } from "../../../components/ChangeDialog";
import { Choice } from "../../../components/Choice";
import { api } from "../../../lib/api";
import { useCategories, useRegisteredUnits } from "../api/registry";

export function AddCompetence({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const categories = useCategories().data?.categories ?? [];
  const units = (useRegisteredUnits().data?.units ?? []).filter(({ provisional }) => !provisional);
  const [category, setCategory] = useState("");
  const [unit, setUnit] = useState("");
  return (
    <ChangeDialog
      title={t("registry.competence.add")}
      ask={(preview) => api.addCompetence({ rows: [{ category: category.trim(), unit }] }, { preview })}
      ready={category.trim() !== "" && unit !== ""}
      draft={`${category} ${unit}`}
      onClose={onClose}
    >
      <label>
        {t("registry.competence.category")}
        <input
          value={category}
          maxLength={400}
          list="category-paths"
          data-autofocus
          onChange={(event) => setCategory(event.currentTarget.value)}
        />
        <small>{t("registry.competence.categoryHint")}</small>
      </label>
      <datalist id="category-paths">
        {categories.map(({ path }) => (
          <option key={path} value={path} />
        ))}
      </datalist>
      <Choice
        label={t("registry.competence.unit")}
        labelShown
        value={unit}
        options={[{ value: "", label: "–" }, ...units.map(({ code, name }) => ({ value: code, label: name }))]}
        onChange={setUnit}
      />
    </ChangeDialog>
  );
}
