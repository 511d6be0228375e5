import type { ReactNode } from "react";
import { useHighlight } from "../../lib/highlight";
import styles from "./axis.module.css";

export interface AxisPointProps {
  /** What it is, when and by whom, in one line. */
  readonly label: string;
  readonly refs: readonly string[];
  readonly say: (words: string | null) => void;
  readonly children: ReactNode;
}

/** Something on the axis that tells about itself on hover and focus, and leads to its event in the list. */
export function AxisPoint({ label, refs, say, children }: AxisPointProps) {
  const highlight = useHighlight();
  const [first] = refs;
  const show = () => {
    say(label);
    highlight.point(refs);
  };
  const hide = () => {
    say(null);
    highlight.point([]);
  };
  const jump = () => {
    if (first !== undefined) highlight.jump(first);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: part of a drawing, where no button can stand.
    <g
      role="button"
      tabIndex={0}
      aria-label={label}
      className={styles.point}
      data-lit={refs.some((ref) => highlight.refs.has(ref)) || undefined}
      onMouseEnter={show}
      onMouseLeave={hide}
      onFocus={show}
      onBlur={hide}
      onClick={jump}
      onKeyDown={(event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        event.stopPropagation();
        jump();
      }}
    >
      {children}
    </g>
  );
}
