import { Menu, useMantineColorScheme } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { CaretIcon, PersonIcon } from "../../components/icons";
import { setLanguage } from "../../i18n";
import { useLanguage } from "../../i18n/use-language";
import styles from "./frame.module.css";
import { SCREENS } from "./screens";

const SCHEMES = ["auto", "light", "dark"] as const;

/** Who is at work, and how this browser shows the product: language, light or dark, keyboard help. */
export function PersonMenu({ onHelp }: { readonly onHelp: () => void }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <button type="button" className={styles.topButton} data-testid="person" aria-label={t("person.label")}>
          <PersonIcon size={14} />
          <span className={styles.personName}>{t("person.local")}</span>
          <CaretIcon size={12} />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {SCREENS.filter((screen) => !screen.onPhone).map((screen) => (
          <Menu.Item key={screen.to} component={Link} to={screen.to} className={styles.onPhone}>
            {t(screen.label)}
          </Menu.Item>
        ))}
        <Menu.Label>{t("person.language")}</Menu.Label>
        <Menu.Item onClick={() => setLanguage("zh")} aria-current={language === "zh"} lang="zh-CN">
          {language === "zh" ? "✓ " : ""}简体中文
        </Menu.Item>
        <Menu.Item onClick={() => setLanguage("en")} aria-current={language === "en"} lang="en">
          {language === "en" ? "✓ " : ""}English
        </Menu.Item>
        <Menu.Label>{t("person.scheme")}</Menu.Label>
        {SCHEMES.map((scheme) => (
          <Menu.Item key={scheme} onClick={() => setColorScheme(scheme)} aria-current={colorScheme === scheme}>
            {colorScheme === scheme ? "✓ " : ""}
            {t(`person.${scheme}`)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item onClick={onHelp} rightSection={<kbd>?</kbd>}>
          {t("help.title")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
