import { useLocalStorage } from "@mantine/hooks";

/** Whether the rail is collapsed; kept in this browser. */
export function useRail() {
  const [collapsed, setCollapsed] = useLocalStorage({
    key: "tianyan.rail",
    defaultValue: false,
    getInitialValueInEffect: false,
  });
  return { collapsed, toggle: () => setCollapsed((before) => !before) };
}
