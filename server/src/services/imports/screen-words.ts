import type { RejectReason, Words } from "@tianyan/ingest";

/** Why a row was left out, where the screen itself asked what would have helped: it is said there, not in a profile file. */
const REJECTS: Partial<Readonly<Record<RejectReason, Words>>> = {
  unknown_kind: {
    zh: "操作类型无法识别，请在导入页“用词的对应”中指明含义",
    en: 'unknown kind; say what it means on the import page, under "Unknown words"',
  },
  unknown_status: {
    zh: "状态无法识别，请在导入页“用词的对应”中指明含义",
    en: 'unknown status; say what it means on the import page, under "Unknown words"',
  },
  unknown_outcome: {
    zh: "办理结果无法识别，请在导入页“用词的对应”中指明含义",
    en: 'unknown outcome; say what it means on the import page, under "Unknown words"',
  },
  day_or_month_first: {
    zh: "日期写作 3/5/2024 一类，日、月的先后无法确定，请在导入页“需要您确认”中选择",
    en: 'written like 3/5/2024, day or month first; choose on the import page, under "Please confirm"',
  },
};

/** The reject in the words of the screen. */
export const onScreen = <T extends Words & { readonly reason: RejectReason }>(reject: T): T => ({
  ...reject,
  ...REJECTS[reject.reason],
});
