import styles from "./switcher.module.css";

export interface SwitcherProps<T extends string | undefined> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly onChange: (value: T) => void;
}

/** One of a few, all of them in sight. */
export function Switcher<T extends string | undefined>({ label, value, options, onChange }: SwitcherProps<T>) {
  return (
    <fieldset className={styles.switcher} aria-label={label}>
      {options.map((option) => (
        <button
          key={option.label}
          type="button"
          aria-pressed={option.value === value}
          onClick={() => onChange(option.value)}
        >
          {option.label}
        </button>
      ))}
    </fieldset>
  );
}
