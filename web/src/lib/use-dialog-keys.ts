import { useEffect, useRef } from "react";

const WRITING = "textarea, input:not([type=radio]):not([type=checkbox]), select";

/**
 * Single keys of a dialog, from its first moment: before it has taken the focus a quick hand has typed on. Not while somebody writes in
 * a field, and not while an input method composes.
 */
export function useDialogKeys(onKey: (event: KeyboardEvent) => void): void {
  const latest = useRef(onKey);
  useEffect(() => {
    latest.current = onKey;
  });
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (event.isComposing || event.keyCode === 229 || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.target instanceof Element && event.target.closest(WRITING) !== null) return;
      latest.current(event);
    };
    window.addEventListener("keydown", hear);
    return () => window.removeEventListener("keydown", hear);
  }, []);
}
