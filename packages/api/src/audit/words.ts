import type { Text } from "../shared/values";

/** What can be wrong with a trail, in the words of `tianyan audit verify` and of its page. */
export const AUDIT_WRONG_KINDS = ["altered", "missing", "reordered", "cut", "rewritten", "head", "segment"] as const;
export type AuditWrongKind = (typeof AUDIT_WRONG_KINDS)[number];

const TEXTS: Readonly<Record<AuditWrongKind, (place: Text) => Text>> = {
  altered: ({ zh, en }) => ({ zh: `${zh}的内容或校验值被改动`, en: `${en} was altered, or its seal was` }),
  missing: ({ zh, en }) => ({ zh: `缺少${zh}`, en: `${en} is missing` }),
  reordered: ({ zh, en }) => ({
    zh: `${zh}不在原来的位置，顺序被改动`,
    en: `${en} is not the one that was written there`,
  }),
  cut: ({ zh, en }) => ({ zh: `末尾被截去：自${zh}`, en: `the end was cut off: ${en}` }),
  rewritten: ({ zh, en }) => ({
    zh: `记录链自洽，但与已导出的校验值不符，${zh}之间被整体改写`,
    en: `the chain holds, but is another than the one whose head was exported: rewritten within ${en}`,
  }),
  head: ({ zh, en }) => ({
    zh: `链首记录被改动，${zh}不在其中`,
    en: `the head of the chain was changed: it leaves out ${en}`,
  }),
  segment: ({ zh, en }) => ({
    zh: `归档文件或其登记被改动：${zh}`,
    en: `an archived file, or what is kept of it, was changed: ${en}`,
  }),
};

/** One sentence: where, and what. */
export function auditWrongText(wrong: {
  readonly kind: AuditWrongKind;
  readonly seq: number;
  readonly to: number;
}): Text {
  const { kind, seq, to } = wrong;
  const place =
    seq === to
      ? { zh: `第 ${seq} 条`, en: `entry ${seq}` }
      : { zh: `第 ${seq} 至 ${to} 条`, en: `entries ${seq} to ${to}` };
  return TEXTS[kind](place);
}
