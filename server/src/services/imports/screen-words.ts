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

/** Why a file cannot be used, where the screen can be told what would help. */
const REFUSALS: Readonly<Record<string, Words>> = {
  "file.stays": {
    zh: "每行像是在一个单位的一次停留：请在“识别结果”中把“行的含义”改为“每行是在一个单位的一次停留”",
    en: 'a row looks like a stay at a unit: say so under "What was recognised", "A row"',
  },
};

/** The refusal of the file `name` in the words of the screen. */
export function refusalOnScreen<T extends Words & { readonly code: string }>(refusal: T, name: string): T {
  const words = REFUSALS[refusal.code];
  return words ? { ...refusal, zh: `${name}：${words.zh}`, en: `${name}: ${words.en}` } : refusal;
}

/** The reject in the words of the screen. */
export const onScreen = <T extends Words & { readonly reason: RejectReason }>(reject: T): T => ({
  ...reject,
  ...REJECTS[reject.reason],
});
