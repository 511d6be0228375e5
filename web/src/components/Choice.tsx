import styles from "./choice.module.css";

export interface ChoiceOption<T extends string> {
  readonly value: T;
  readonly label: string;
}

export interface ChoiceProps<T extends string> {
  readonly label: string;
  /** Whether the label is seen or only heard. */
  readonly labelShown?: boolean;
  readonly value: T;
  readonly options: readonly ChoiceOption<T>[];
  readonly onChange: (value: T) => void;
  readonly disabled?: boolean;
  /** Something has to be said here. */
  readonly asking?: boolean;
  readonly testId?: string;
}

/** One of many, by the browser's own list: keyboard, phone and screen reader know it. */
export function Choice<T extends string>(props: ChoiceProps<T>) {
  const { label, labelShown = false, value, options, onChange, disabled = false, asking = false, testId } = props;
  const list = (
    <select
      className={styles.choice}
      aria-label={label}
      value={value}
      disabled={disabled}
      data-asking={asking || undefined}
      data-testid={testId}
      onChange={(event) => {
        const chosen = options.find((option) => option.value === event.currentTarget.value);
        if (chosen) onChange(chosen.value);
      }}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
  if (!labelShown) return list;
  return (
    <span className={styles.labelled}>
      <span aria-hidden="true">{label}</span>
      {list}
    </span>
  );
}
