import type { OccurrenceRuleId } from "./ids";
import { reasonWord } from "./reasons";
import { type RuleText, times } from "./text";

/** A category path as people write it. */
const path = (category: string): string => category.replaceAll(">", " › ");

/** Names, definitions and sentences of the rules that record that something happened. */
export const OCCURRENCE_TEXTS: Readonly<Record<OccurrenceRuleId, RuleText>> = {
  "rejected-returns": {
    name: { zh: "反复退单", en: "Rejected returns" },
    definition: {
      zh: "承办单位持单期间，退单被热线中心驳回的次数。",
      en: "How often the centre rejected a return while the unit held the order.",
    },
    sentence: {
      zh: (e) => `${e.units}退单被驳回 ${e.count} 次`,
      en: (e) => `${e.units}: the centre rejected its return ${times(e.count)}`,
    },
  },
  "repeated-returns": {
    name: { zh: "多次退单", en: "Repeated returns" },
    definition: {
      zh: "同一工单申请退单的次数；同意的计在热线中心，驳回的计在申请单位。",
      en: "How often a return of the order was asked for; approved ones fall on the centre, rejected ones on the unit.",
    },
    sentence: {
      zh: (e) => `本单先后申请退单 ${e.count} 次${e.units ? `，责任方为${e.units}` : "，尚无答复"}`,
      en: (e) =>
        `a return was asked for ${times(e.count)}${e.units ? `; charged to ${e.units}` : "; not answered yet"}`,
    },
  },
  "late-return": {
    name: { zh: "逾期退单", en: "Late return" },
    definition: {
      zh: "承办单位接单后首次申请退单，已超过规定的退单时限。",
      en: "The unit's first request to return the order came after the time allowed for it.",
    },
    sentence: {
      zh: (e) => `${e.units}超过退单时限才申请退单，共 ${e.count} 次`,
      en: (e) => `${e.units} asked to return the order after the time allowed, ${times(e.count)}`,
    },
  },
  "ping-pong": {
    name: { zh: "推诿扯皮", en: "Ping-pong" },
    definition: {
      zh: "工单经他单位之手后又回到原单位的次数；责任在其间放手的各方。",
      en: "How often the order came back to a unit after another had it; it names those who let it go in between.",
    },
    sentence: {
      zh: (e) => {
        const between = e.list("between").map(e.unitName).join(" ⇄ ");
        const returns = e.figure("returns");
        return `${between}往返 ${e.count} 次${returns > 0 ? `，其间退单 ${returns} 次` : ""}`;
      },
      en: (e) => {
        const between = e.list("between").map(e.unitName).join(" ⇄ ");
        const returns = e.figure("returns");
        return `${between}: came back ${times(e.count)}${returns > 0 ? `, with ${returns} returns` : ""}`;
      },
    },
  },
  "shifting-reasons": {
    name: { zh: "退单理由前后不一", en: "Shifting reasons" },
    definition: {
      zh: "同一单位在同一工单上先后提出的不同退单理由的个数。",
      en: "How many different reasons one unit gave for returning one order.",
    },
    sentence: {
      zh: (e) => `${e.units}退单理由前后不一，共 ${e.count} 种：${e.list("reasons").map(reasonWord("zh")).join("、")}`,
      en: (e) => `${e.units} gave ${e.count} different reasons: ${e.list("reasons").map(reasonWord("en")).join(", ")}`,
    },
  },
  "unverified-return": {
    name: { zh: "未核实即退单", en: "Unverified return" },
    definition: {
      zh: "未联系群众、未到现场就申请退单，并被驳回的次数。",
      en: "Returns asked for without a call or a visit, and rejected.",
    },
    sentence: {
      zh: (e) => `${e.units}未联系群众、未到现场即申请退单，被驳回 ${e.count} 次`,
      en: (e) => `${e.units} asked to return it without a call or a visit, rejected ${times(e.count)}`,
    },
  },
  "wrongful-return": {
    name: { zh: "职责内退单", en: "Wrongful return" },
    definition: {
      zh: "职责目录规定由该单位负责的事项，该单位仍申请退单的次数。",
      en: "Returns asked for by the unit that the competence catalogue puts in charge.",
    },
    sentence: {
      zh: (e) => `${e.units}对职责目录内事项（${path(e.word("category"))}）申请退单 ${e.count} 次`,
      en: (e) => `${e.units} asked ${times(e.count)} to return what is in its charge (${path(e.word("category"))})`,
    },
  },
  "belied-return": {
    name: { zh: "退而复办", en: "Belied return" },
    definition: {
      zh: "单位退单获准，最终又由其自行办结的次数。",
      en: "Approved returns of a unit that later completed the order itself.",
    },
    sentence: {
      zh: (e) => `${e.units}先后 ${e.count} 次退单获准，最终仍由其办结`,
      en: (e) => `${e.units} got rid of the order ${times(e.count)} and in the end completed it itself`,
    },
  },
  "wrong-dispatch": {
    name: { zh: "派单错误", en: "Wrong dispatch" },
    definition: {
      zh: "退单获准的次数；责任在把工单派（转）到该单位的一方。",
      en: "How often a return was approved; it falls on whoever sent the order there.",
    },
    sentence: {
      zh: (e) => `派（转）单有误，退单获准 ${e.count} 次，责任方为${e.units}`,
      en: (e) => `sent to the wrong unit: ${e.count} approved return${e.count === 1 ? "" : "s"}, charged to ${e.units}`,
    },
  },
  "repeated-extensions": {
    name: { zh: "反复延期", en: "Repeated extensions" },
    definition: { zh: "同一工单申请延期的次数。", en: "How often an extension was asked for." },
    sentence: {
      zh: (e) => `本单申请延期 ${e.count} 次${e.units ? `（${e.units}）` : ""}`,
      en: (e) => `an extension was asked for ${times(e.count)}${e.units ? ` (${e.units})` : ""}`,
    },
  },
  "late-extension": {
    name: { zh: "逾期后申请延期", en: "Late extension" },
    definition: { zh: "办理期限已到才申请延期的次数。", en: "Extensions asked for when the due instant had come." },
    sentence: {
      zh: (e) => `办理期限已过才申请延期 ${e.count} 次${e.units ? `（${e.units}）` : ""}`,
      en: (e) => `an extension was asked for after the due instant, ${times(e.count)}${e.units ? ` (${e.units})` : ""}`,
    },
  },
  reopened: {
    name: { zh: "办结后重办", en: "Reopened" },
    definition: { zh: "工单办结后又被重办的次数。", en: "How often the order was opened again after it was done." },
    sentence: {
      zh: (e) => `办结后被重办 ${e.count} 次${e.units ? `，原办结单位为${e.units}` : ""}`,
      en: (e) => `reopened ${times(e.count)} after it was done${e.units ? ` by ${e.units}` : ""}`,
    },
  },
  "unverified-completion": {
    name: { zh: "未联系即办结", en: "Unverified completion" },
    definition: {
      zh: "持单期间无人联系群众、无人到现场，单位即办结的次数。",
      en: "Completions of the unit with neither a call nor a visit while it held the order.",
    },
    sentence: {
      zh: (e) => `${e.units}未联系群众、未到现场即办结 ${e.count} 次`,
      en: (e) => `${e.units} completed it ${times(e.count)} without a call or a visit`,
    },
  },
  "instant-completion": {
    name: { zh: "秒结", en: "Instant completion" },
    definition: {
      zh: "接单后极短时间内，未联系群众、未到现场即办结的次数。",
      en: "Completions without a call or a visit within a very short time of receiving the order.",
    },
    sentence: {
      zh: (e) => `${e.units}接单 ${e.figure("minutes")} 分钟即办结，未联系群众、未到现场，共 ${e.count} 次`,
      en: (e) =>
        `${e.units} completed it ${e.figure("minutes")} min after receipt, no call, no visit, ${times(e.count)}`,
    },
  },
  "hollow-progress": {
    name: { zh: "空转式反馈", en: "Hollow progress" },
    definition: {
      zh: "连续填报阶段性办理，其间未联系、未到场、未答复的最长次数。",
      en: "The longest run of progress notes with no call, visit or answer between them.",
    },
    sentence: {
      zh: (e) => `${e.units}连续 ${e.count} 次填报阶段性办理，其间未联系、未到场、未答复`,
      en: (e) => `${e.units} wrote ${e.count} progress notes in a row with no call, visit or answer`,
    },
  },
};
