import type { Bilingual, Language } from "./text";

/** Reason codes that exports use for returns; others are shown as they are. */
const REASONS: Readonly<Record<string, Bilingual>> = {
  not_in_charge: { zh: "非本单位职责", en: "not in charge" },
  already_done: { zh: "已办理", en: "already done" },
  ownership_unclear: { zh: "权属不清", en: "ownership unclear" },
  wrong_place: { zh: "不在辖区", en: "not in our area" },
  duplicate: { zh: "重复工单", en: "duplicate order" },
  insufficient: { zh: "信息不全", en: "too little information" },
  other: { zh: "其他", en: "other" },
};

export const reasonWord =
  (language: Language) =>
  (code: string): string =>
    REASONS[code]?.[language] ?? code;
