import { TextInput } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { SearchIcon } from "../../components/icons";
import styles from "./frame.module.css";

const ID = "order-search";

/** Where `/` goes. */
export function focusSearch(): void {
  const field = document.getElementById(ID);
  if (!(field instanceof HTMLInputElement)) return;
  field.focus();
  field.select();
}

/** Finds orders by number or words, from every screen. */
export function SearchBox() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [words, setWords] = useState("");
  return (
    <search className={styles.search}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const q = words.trim();
          if (q !== "") void navigate({ to: "/orders", search: { q } });
        }}
      >
        <TextInput
          id={ID}
          type="search"
          autoComplete="off"
          aria-label={t("search.label")}
          placeholder={t("search.placeholder")}
          leftSection={<SearchIcon size={14} />}
          rightSection={<kbd>/</kbd>}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === "Escape" && !event.nativeEvent.isComposing) event.currentTarget.blur();
          }}
        />
      </form>
    </search>
  );
}
