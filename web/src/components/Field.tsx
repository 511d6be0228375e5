import { useId } from "react";
import styles from "./step-form.module.css";

export interface FieldProps {
  readonly label: string;
  /** As browsers and password keepers know it: the `autocomplete` word. */
  readonly name: "username" | "current-password" | "new-password" | "one-time-code";
  readonly type?: "text" | "password";
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly autoFocus?: boolean;
  readonly hint?: string;
}

export function Field({ label, name, type = "text", value, onChange, autoFocus = false, hint }: FieldProps) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        name={name}
        type={type}
        autoComplete={name}
        inputMode={name === "one-time-code" ? "numeric" : undefined}
        spellCheck={false}
        value={value}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        // biome-ignore lint/a11y/noAutofocus: it is all there is to do on this page.
        autoFocus={autoFocus}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      {hint !== undefined && <small id={`${id}-hint`}>{hint}</small>}
    </div>
  );
}
