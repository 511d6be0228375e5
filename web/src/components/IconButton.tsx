import { Tooltip } from "@mantine/core";
import type { ReactNode } from "react";
import styles from "./icon-button.module.css";

export interface IconButtonProps {
  readonly label: string;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

export function IconButton({ label, onClick, children }: IconButtonProps) {
  return (
    <Tooltip label={label}>
      <button type="button" className={styles.button} aria-label={label} onClick={onClick}>
        {children}
      </button>
    </Tooltip>
  );
}
