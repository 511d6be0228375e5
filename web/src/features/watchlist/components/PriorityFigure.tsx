import { Popover } from "@mantine/core";
import type { Priority } from "@tianyan/api";
import { LEVELS, URGENCIES } from "@tianyan/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import styles from "./finding-list.module.css";

type Part = Priority["parts"][number];

/** What the points of a part are for, in words. */
function usePartValue(): (part: Part) => string {
  const { t } = useTranslation();
  return ({ part, value }) => {
    const level = LEVELS[(value ?? 0) - 1];
    const urgency = URGENCIES[value ?? 0];
    if (part === "level") return level ? t(`level.${level}`) : "";
    if (part === "urgency") return urgency ? t(`urgency.${urgency}`) : "";
    if (part === "rule" && value === null) return t("triage.partValue.ruleFew");
    return t(`triage.partValue.${part}`, { n: value });
  };
}

/** How pressing a finding is, in points; what they are for, on a click. */
export function PriorityFigure({ priority }: { readonly priority: Priority }) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  const inWords = usePartValue();
  const parts = priority.parts.map((one) => ({
    name: t(`triage.part.${one.part}`),
    points: one.points,
    value: inWords(one),
  }));
  return (
    <Popover opened={opened} onChange={setOpened} position="left-start">
      <Popover.Target>
        <button
          type="button"
          tabIndex={-1}
          className={styles.priority}
          title={parts.map(({ name, value, points }) => `${name} ${value} +${points}`).join("\n")}
          aria-label={t("triage.priorityOf", { n: priority.points })}
          data-testid="priority"
          onClick={(event) => {
            event.stopPropagation();
            setOpened(!opened);
          }}
        >
          {priority.points}
        </button>
      </Popover.Target>
      <Popover.Dropdown p={12} onClick={(event) => event.stopPropagation()}>
        <table className={styles.parts} data-testid="priority-parts">
          <caption>{t("triage.priorityOf", { n: priority.points })}</caption>
          <tbody>
            {parts.map(({ name, value, points }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>{value}</td>
                <td>+{points}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Popover.Dropdown>
    </Popover>
  );
}
