import { useTranslation } from "react-i18next";

export const UNIT_KINDS = ["bureau", "town", "enterprise", "centre"] as const;

/** What kind of unit it is, in words; a kind of the county's own stands for itself. */
export function useUnitKind(): (kind: string) => string {
  const { t } = useTranslation();
  return (kind) => {
    const known = UNIT_KINDS.find((one) => one === kind);
    return known ? t(`registry.unitKind.${known}`) : kind;
  };
}
