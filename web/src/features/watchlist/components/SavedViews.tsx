import { Checkbox, Menu } from "@mantine/core";
import type { SavedView } from "@tianyan/api";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FormDialog } from "../../../components/FormDialog";
import { LineField } from "../../../components/FormFields";
import filter from "../../../components/filter.module.css";
import { CaretIcon } from "../../../components/icons";
import { useMay } from "../../../lib/use-meta";
import { useRemoveView, useSaveView, useViews } from "../api/views";
import { readView, type WatchlistSearch, writeView } from "../lib/search";
import styles from "./watchlist.module.css";

export interface SavedViewsProps {
  readonly search: WatchlistSearch;
  readonly onSearch: (next: WatchlistSearch, replace: boolean) => void;
}

/** Views of the list by name; one that was changed since it was chosen says so, and can be saved as it is now. */
export function SavedViews({ search, onSearch }: SavedViewsProps) {
  const { t } = useTranslation();
  const may = useMay("views.write");
  const views = useViews(may).data?.views ?? [];
  const save = useSaveView();
  const remove = useRemoveView();
  const [naming, setNaming] = useState(false);
  if (!may) return null;
  const query = writeView(search);
  const chosen = views.find(({ id }) => id === search.saved);
  const changed = chosen !== undefined && chosen.query !== query;
  return (
    <span className={styles.views}>
      <Menu position="bottom-end">
        <Menu.Target>
          <button
            type="button"
            className={filter.filter}
            data-set={chosen !== undefined || undefined}
            data-testid="views"
          >
            <span>{chosen?.name ?? t("view.title")}</span>
            {changed && <b title={t("view.changed")}>●</b>}
            <CaretIcon size={12} />
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          {views.length === 0 && <Menu.Label>{t("view.none")}</Menu.Label>}
          {views.map((view) => (
            <Menu.Item key={view.id} onClick={() => onSearch({ ...readView(view.query), saved: view.id }, false)}>
              {view.id === chosen?.id ? "✓ " : ""}
              {view.name}
              {!view.mine && <small className={styles.by}>{view.by.name}</small>}
            </Menu.Item>
          ))}
          <Menu.Divider />
          {changed && chosen.mine && (
            <Menu.Item
              onClick={() => save.mutate({ id: chosen.id, name: chosen.name, query, shared: chosen.shared })}
              data-testid="view-keep"
            >
              {t("view.keep", { name: chosen.name })}
            </Menu.Item>
          )}
          <Menu.Item onClick={() => setNaming(true)} data-testid="view-save">
            {t("view.saveAs")}
          </Menu.Item>
          {chosen?.mine && (
            <Menu.Item
              onClick={() =>
                remove.mutate(chosen.id, { onSuccess: () => onSearch({ ...search, saved: undefined }, true) })
              }
            >
              {t("view.remove", { name: chosen.name })}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {naming && (
        <SaveDialog
          query={query}
          onClose={() => setNaming(false)}
          onSaved={({ id }) => {
            setNaming(false);
            onSearch({ ...search, saved: id }, true);
          }}
        />
      )}
    </span>
  );
}

interface SaveDialogProps {
  readonly query: string;
  readonly onSaved: (view: SavedView) => void;
  readonly onClose: () => void;
}

function SaveDialog({ query, onSaved, onClose }: SaveDialogProps) {
  const { t } = useTranslation();
  const [name, setName] = useState("");
  const [shared, setShared] = useState(false);
  const save = useSaveView();
  const said = name.trim();
  return (
    <FormDialog
      title={t("view.saveAs")}
      act={t("act.save")}
      ready={said !== ""}
      busy={save.isPending}
      error={save.error}
      testId="view-form"
      onAct={() => save.mutate({ id: null, name: said, query, shared }, { onSuccess: onSaved })}
      onClose={onClose}
    >
      <LineField label={t("view.name")} value={name} max={80} first onChange={setName} />
      <fieldset>
        {/* biome-ignore lint/a11y/noLabelWithoutControl: the checkbox is the control. */}
        <label>
          <Checkbox checked={shared} onChange={() => setShared(!shared)} />
          {t("view.share")}
        </label>
      </fieldset>
    </FormDialog>
  );
}
