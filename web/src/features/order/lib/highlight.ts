import { createContext, useContext } from "react";

/** The events that are pointed at: from a finding card, the axis or the list, shown in all of them. */
export interface Highlight {
  readonly refs: ReadonlySet<string>;
  readonly point: (refs: readonly string[]) => void;
  /** Brings the event into view in the list. */
  readonly jump: (ref: string) => void;
}

const NOTHING: Highlight = { refs: new Set(), point: () => undefined, jump: () => undefined };

export const HighlightContext = createContext<Highlight>(NOTHING);
export const useHighlight = (): Highlight => useContext(HighlightContext);

/** Pointing by mouse and by keyboard alike. */
export function pointing(highlight: Highlight, refs: readonly string[]) {
  return {
    onMouseEnter: () => highlight.point(refs),
    onMouseLeave: () => highlight.point([]),
    onFocus: () => highlight.point(refs),
    onBlur: () => highlight.point([]),
  };
}
