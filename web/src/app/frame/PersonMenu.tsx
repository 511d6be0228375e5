import { Menu, useMantineColorScheme } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { MetaActor } from "@tianyan/api";
import { useTranslation } from "react-i18next";
import { CaretIcon, PersonIcon } from "../../components/icons";
import { setLanguage } from "../../i18n";
import { useLanguage } from "../../i18n/use-language";
import { usePostName } from "../../lib/use-post-name";
import { useSignOut, useSwitchPost } from "../../lib/use-sign-out";
import styles from "./frame.module.css";
import { screensFor, withinThumb } from "./screens";

const SCHEMES = ["auto", "light", "dark"] as const;

export interface PersonMenuProps {
  readonly actor: MetaActor;
  readonly onHelp: () => void;
}

/** Who is at work and in which post; their account; and how this browser shows the product. */
export function PersonMenu({ actor, onHelp }: PersonMenuProps) {
  const { t } = useTranslation();
  const screens = screensFor(actor.permissions);
  const language = useLanguage();
  const postName = usePostName();
  const switchPost = useSwitchPost();
  const signOut = useSignOut();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <button type="button" className={styles.topButton} data-testid="person" aria-label={t("person.label")}>
          <PersonIcon size={14} />
          <span className={styles.personName}>
            {actor.name} · {postName(actor.post)}
          </span>
          <CaretIcon size={12} />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {screens
          .filter((screen) => !withinThumb(screens).includes(screen))
          .map((screen) => (
            <Menu.Item key={screen.to} component={Link} to={screen.to} className={styles.onPhone}>
              {t(screen.label)}
            </Menu.Item>
          ))}
        <Menu.Label className={styles.onPhone}>
          {actor.name} · {postName(actor.post)}
        </Menu.Label>
        {actor.appointments.length > 1 && <Menu.Label>{t("people.menu.posts")}</Menu.Label>}
        {actor.appointments.length > 1 &&
          actor.appointments.map((one) => (
            <Menu.Item
              key={one.id}
              aria-current={one.id === actor.appointment}
              onClick={() => one.id !== actor.appointment && switchPost.mutate(one.id)}
            >
              {one.id === actor.appointment ? "✓ " : ""}
              {postName(one.post)}
            </Menu.Item>
          ))}
        <Menu.Item component={Link} to="/account" data-testid="my-account">
          {t("people.menu.account")}
        </Menu.Item>
        <Menu.Item onClick={() => signOut.mutate()} data-testid="sign-out">
          {t("people.menu.signOut")}
        </Menu.Item>
        <Menu.Divider />
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
