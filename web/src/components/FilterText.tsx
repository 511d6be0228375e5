import { TextInput } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import styles from "./filter.module.css";
import { SearchIcon } from "./icons";

export interface FilterTextProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** Words to look for; asked a moment after the last key, never in the middle of a composition. */
export function FilterText({ label, value, onChange }: FilterTextProps) {
  const [words, setWords] = useState(value);
  const composing = useRef(false);
  const timer = useRef(0);
  useEffect(() => setWords(value), [value]);
  useEffect(() => () => window.clearTimeout(timer.current), []);
  const ask = (next: string) => {
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => onChange(next.trim()), 300);
  };
  return (
    <TextInput
      type="search"
      autoComplete="off"
      className={styles.text}
      aria-label={label}
      placeholder={label}
      leftSection={<SearchIcon size={14} />}
      value={words}
      onChange={(event) => {
        setWords(event.currentTarget.value);
        if (!composing.current) ask(event.currentTarget.value);
      }}
      onCompositionStart={() => {
        composing.current = true;
      }}
      onCompositionEnd={(event) => {
        composing.current = false;
        ask(event.currentTarget.value);
      }}
      onKeyDown={(event) => {
        if (event.key === "Escape" && !event.nativeEvent.isComposing) event.currentTarget.blur();
      }}
    />
  );
}
