import { type DragEvent, useId, useState } from "react";
import styles from "./drop-zone.module.css";

export interface DropZoneProps {
  /** What to do here. */
  readonly label: string;
  /** Which files, how large. */
  readonly hint: string;
  /** Endings, as `accept` of a file field has them. */
  readonly accept: string;
  readonly disabled?: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}

/** Where files are dropped; the whole field is a file button for the keyboard and the finger. */
export function DropZone({ label, hint, accept, disabled = false, onFiles }: DropZoneProps) {
  const id = useId();
  const [over, setOver] = useState(false);
  const drag = (inside: boolean) => (event: DragEvent) => {
    event.preventDefault();
    setOver(inside && !disabled);
  };
  const take = (list: FileList | null) => {
    const files = [...(list ?? [])];
    if (files.length > 0 && !disabled) onFiles(files);
  };
  return (
    <label
      htmlFor={id}
      className={styles.zone}
      data-over={over || undefined}
      data-disabled={disabled || undefined}
      onDragEnter={drag(true)}
      onDragOver={drag(true)}
      onDragLeave={drag(false)}
      onDrop={(event) => {
        drag(false)(event);
        take(event.dataTransfer.files);
      }}
    >
      <input
        id={id}
        type="file"
        multiple
        accept={accept}
        disabled={disabled}
        className={styles.field}
        data-testid="drop"
        onChange={(event) => {
          take(event.currentTarget.files);
          event.currentTarget.value = "";
        }}
      />
      <b>{label}</b>
      <span>{hint}</span>
    </label>
  );
}
