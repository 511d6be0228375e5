import type { Level as LevelName } from "@tianyan/core";
import { useTranslation } from "react-i18next";
import styles from "./level.module.css";

const SHAPES = { red: "▲", orange: "◆", yellow: "●", none: "○" } as const;

export interface LevelProps {
  readonly level: LevelName | null;
  /** Grey: exempt, cleared or old. */
  readonly muted?: boolean;
}

/** A level is always shown by shape, colour and word together. */
export function Level({ level, muted = false }: LevelProps) {
  const { t } = useTranslation();
  const name = level ?? "none";
  return (
    <span className={styles.level} data-level={muted ? "none" : name}>
      <span aria-hidden="true" className={styles.shape}>
        {SHAPES[name]}
      </span>
      {t(`level.${name}`)}
    </span>
  );
}
