import { useEffect, useRef } from "react";

export type KeyMap = Readonly<Record<string, (event: KeyboardEvent) => void>>;

const FIELDS =
  "input:not([type=checkbox]), textarea, select, [contenteditable=true], [role=dialog], [role=menu], [role=option], [role=combobox]";

/** True where a key belongs to somebody else: a field, a dialog, a menu, or an input method that composes. */
export function keyIsTaken(event: KeyboardEvent): boolean {
  if (event.isComposing || event.keyCode === 229) return true;
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return true;
  // A dialog has the keys from its first moment, before it has the focus.
  if (document.querySelector("[aria-modal=true]") !== null) return true;
  return event.target instanceof Element && event.target.closest(FIELDS) !== null;
}

/** Single-key commands of the page, by `KeyboardEvent.key`. */
export function useKeys(keys: KeyMap): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (keyIsTaken(event)) return;
      const act = latest.current[event.key];
      if (act) act(event);
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
}
