import { Button, Menu } from "@mantine/core";
import type { CaseDetail, CaseMove } from "@tianyan/api";
import { CASE_ACTION_TEXTS, type CaseAction } from "@tianyan/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { CaretIcon } from "../../../components/icons";
import { useLanguage } from "../../../i18n/use-language";
import { useMay } from "../../../lib/use-meta";
import { MoveDialog } from "./MoveDialog";
import styles from "./stages.module.css";

/** These leave the way, and are not offered beside it. */
const ASIDE: readonly CaseAction[] = ["close", "transfer", "suspend"];

/** Where the case can go next, and what stands in the way of each. */
export function Moves({ file }: { readonly file: CaseDetail }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const mayWrite = useMay("cases.write");
  const [asked, setAsked] = useState<CaseAction | null>(null);
  const open = file.moves.find(({ action }) => action === asked);
  // What blocks the next step is told to everybody; reopening only to who may.
  const ahead = file.moves.filter(({ action, mine }) => !ASIDE.includes(action) && (action !== "reopen" || mine));
  const aside = file.moves.filter(({ action, mine }) => ASIDE.includes(action) && mine);
  if (ahead.length + aside.length === 0) return null;
  return (
    <section className={styles.moves} aria-label={t("cases.next")} data-testid="moves">
      {ahead.map((move) => (
        <MoveLine key={move.action} move={move} mayWrite={mayWrite} onAsk={() => setAsked(move.action)} />
      ))}
      {mayWrite && aside.length > 0 && (
        <Menu position="bottom-start">
          <Menu.Target>
            <Button variant="default" rightSection={<CaretIcon size={12} />} data-testid="moves-aside">
              {t("cases.otherMoves")}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {aside.map(({ action }) => (
              <Menu.Item key={action} onClick={() => setAsked(action)} data-testid={`move-${action}`}>
                {CASE_ACTION_TEXTS[action][language]}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      {open && <MoveDialog file={file} move={open} onClose={() => setAsked(null)} />}
    </section>
  );
}

interface MoveLineProps {
  readonly move: CaseMove;
  readonly mayWrite: boolean;
  readonly onAsk: () => void;
}

function MoveLine({ move, mayWrite, onAsk }: MoveLineProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const blocked = move.refusals.some(({ code }) => !code.startsWith("approval_"));
  const waits = move.approval === "asked";
  const acts = mayWrite && move.mine;
  const name = CASE_ACTION_TEXTS[move.action][language];
  return (
    <div className={styles.move} data-testid={`way-${move.action}`}>
      {acts ? (
        <Button
          variant={blocked || waits ? "default" : "filled"}
          disabled={blocked || waits}
          onClick={onAsk}
          data-testid={`move-${move.action}`}
        >
          {move.approval === "missing" || move.approval === "denied" ? t("cases.askFor", { action: name }) : name}
        </Button>
      ) : (
        <b>{name}</b>
      )}
      {move.approval === "granted" && <span className={styles.granted}>✓ {t("cases.granted")}</span>}
      {!move.mine && mayWrite && <span className={styles.asked}>{t("cases.notYours")}</span>}
      {move.refusals.length > 0 && (
        <ul>
          {move.refusals.map((refusal) => (
            <li key={refusal.code}>{refusal[language]}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
