import { createTheme, type MantineColorsTuple } from "@mantine/core";

/** The one accent, from paper to ink; shade 8 is the token --accent of the light scheme. */
const deepBlue: MantineColorsTuple = [
  "#eef3fa",
  "#dbe5f3",
  "#b7cae6",
  "#8db5f0",
  "#5f88c2",
  "#4474b5",
  "#3365a8",
  "#275899",
  "#1b4a8a",
  "#123666",
];

/** Mantine set like a newspaper table: no shadows but for what floats, radius 4, a 4 px grid. */
export const theme = createTheme({
  fontFamily: "var(--font)",
  fontFamilyMonospace: "var(--mono)",
  headings: { fontFamily: "var(--font)", fontWeight: "600" },
  colors: { deepBlue },
  primaryColor: "deepBlue",
  primaryShade: { light: 8, dark: 3 },
  autoContrast: true,
  defaultRadius: 4,
  cursorType: "pointer",
  respectReducedMotion: true,
  fontSizes: { xs: "12px", sm: "13px", md: "14px", lg: "16px", xl: "18px" },
  spacing: { xs: "4px", sm: "8px", md: "12px", lg: "16px", xl: "24px" },
  lineHeights: { xs: "1.4", sm: "1.5", md: "1.5", lg: "1.5", xl: "1.4" },
  components: {
    Modal: { defaultProps: { transitionProps: { duration: 0 }, overlayProps: { backgroundOpacity: 0.3 } } },
    Popover: { defaultProps: { transitionProps: { duration: 0 }, shadow: "sm" } },
    Menu: { defaultProps: { transitionProps: { duration: 0 }, shadow: "sm" } },
    Tooltip: { defaultProps: { transitionProps: { duration: 0 }, openDelay: 300 } },
    TextInput: { defaultProps: { size: "xs" } },
    Select: { defaultProps: { size: "xs" } },
    Button: { defaultProps: { size: "xs" } },
    Checkbox: { defaultProps: { size: "xs" } },
  },
});
