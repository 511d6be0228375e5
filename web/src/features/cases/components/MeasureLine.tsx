import { Button } from "@mantine/core";
import type { CaseDetail, MeasureItem } from "@tianyan/api";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { MeasureFacts } from "../../../components/MeasureFacts";
import styles from "./cases.module.css";
import { type MeasureDeed, MeasureDeedDialog } from "./MeasureDeedDialog";

export interface MeasureLineProps {
  readonly measure: MeasureItem;
  readonly file: CaseDetail;
  readonly mayWrite: boolean;
}

/** A line of the ledger; what the unit reported is checked here, and looked at again later. */
export function MeasureLine({ measure, file, mayWrite }: MeasureLineProps) {
  const { t } = useTranslation();
  const [deed, setDeed] = useState<MeasureDeed | null>(null);
  const deeds: readonly MeasureDeed[] =
    measure.state === "reported"
      ? ["accepted", "returned"]
      : measure.state === "accepted" && measure.look_back === null && file.stage === "look_back"
        ? ["held", "not_held"]
        : [];
  return (
    <li data-testid="measure">
      <MeasureFacts measure={measure} />
      {mayWrite && deeds.length > 0 && (
        <div className={styles.deeds}>
          {deeds.map((one) => (
            <Button
              key={one}
              size="compact-xs"
              variant="default"
              onClick={() => setDeed(one)}
              data-testid={`measure-${one}`}
            >
              {t(`measure.deed.${one}`)}
            </Button>
          ))}
        </div>
      )}
      {deed && <MeasureDeedDialog file={file} measure={measure} deed={deed} onClose={() => setDeed(null)} />}
    </li>
  );
}
