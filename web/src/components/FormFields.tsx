interface FieldOf {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

export interface LineFieldProps extends FieldOf {
  readonly max: number;
  readonly first?: boolean;
}

/** One line of words. */
export const LineField = ({ label, value, max, first = false, onChange }: LineFieldProps) => (
  <label>
    {label}
    <input
      value={value}
      maxLength={max}
      autoComplete="off"
      data-autofocus={first || undefined}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  </label>
);

/** Some lines of words. */
export const WordsField = ({ label, value, max, first = false, onChange }: LineFieldProps) => (
  <label>
    {label}
    <textarea
      rows={3}
      value={value}
      maxLength={max}
      data-autofocus={first || undefined}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  </label>
);

export interface DateFieldProps extends FieldOf {
  readonly min?: string;
  readonly max?: string;
}

/** A day, as the browser lets it be chosen. */
export const DateField = ({ label, value, min, max, onChange }: DateFieldProps) => (
  <label>
    {label}
    <input type="date" value={value} min={min} max={max} onChange={(event) => onChange(event.currentTarget.value)} />
  </label>
);
