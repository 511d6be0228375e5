import type { ConditionRuleId } from "./ids";
import type { RuleText } from "./text";

/** Names, definitions and sentences of the rules that hold while a state lasts. */
export const CONDITION_TEXTS: Readonly<Record<ConditionRuleId, RuleText>> = {
  undispatched: {
    name: { zh: "无人认领", en: "Undispatched" },
    definition: {
      zh: "工单滞留热线中心，迟迟没有派出。",
      en: "The order lies in a centre's pool and is not dispatched.",
    },
    sentence: {
      zh: (e) => (e.cleared ? `在${e.units}滞留${e.held}后才派出` : `在${e.units}滞留${e.held}，无单位认领`),
      en: (e) => `in the pool of ${e.units} for ${e.held}${e.cleared ? " before it went out" : ", claimed by nobody"}`,
    },
  },
  unsigned: {
    name: { zh: "签收超时", en: "Unsigned" },
    definition: {
      zh: "接到派单后迟迟没有签收或其他动作。",
      en: "The unit got the order and did nothing of its own with it.",
    },
    sentence: {
      zh: (e) => `派${e.units}后${e.held}${e.cleared ? "才有动作" : "未签收"}`,
      en: (e) => `${e.units} did not sign for it for ${e.held}`,
    },
  },
  uncontacted: {
    name: { zh: "未联系群众", en: "Uncontacted" },
    definition: {
      zh: "工单派出后，迟迟无人联系群众、到现场或答复；责任在其间持单时间最长的一方。",
      en: "Nobody called, visited or answered since the first unit got the order; it falls on whoever held it most.",
    },
    sentence: {
      zh: (e) => `派出后${e.held}无人联系群众${e.units ? `，其间主要由${e.units}持单` : ""}`,
      en: (e) => `nobody contacted the citizen for ${e.held}${e.units ? `; held mostly by ${e.units}` : ""}`,
    },
  },
  inaction: {
    name: { zh: "不作为慢作为", en: "Inaction" },
    definition: {
      zh: "承办单位持单期间，迟迟没有联系、核实、办理、答复等实质动作。",
      en: "While a unit holds the order, nothing is done in the matter.",
    },
    sentence: {
      zh: (e) => `${e.units}持单${e.held}无实质办理`,
      en: (e) => `${e.units} held it for ${e.held} and nothing was done`,
    },
  },
  circulation: {
    name: { zh: "空转", en: "Circulation" },
    definition: {
      zh: "工单在单位之间转手，其间没有任何实质办理。",
      en: "The order is handed from unit to unit and nothing is done in the matter.",
    },
    sentence: {
      zh: (e) => `${e.held}内转手 ${e.figure("handoffs")} 次，无人实质办理${e.units ? `（${e.units}）` : ""}`,
      en: (e) => `handed on ${e.figure("handoffs")}× in ${e.held}, nothing done${e.units ? ` (${e.units})` : ""}`,
    },
  },
  overdue: {
    name: { zh: "超期", en: "Overdue" },
    definition: {
      zh: "办理期限已到仍未办结；责任在期限内持单时间最长的一方。",
      en: "The due instant has come and the order is not done; it falls on whoever held it most until then.",
    },
    sentence: {
      zh: (e) => `超过办理期限${e.held}${e.cleared ? "" : "仍未办结"}${e.units ? `，期限内主要由${e.units}持单` : ""}`,
      en: (e) => `overdue by ${e.held}${e.units ? `; held until then mostly by ${e.units}` : ""}`,
    },
  },
  "long-open": {
    name: { zh: "久拖不决", en: "Long open" },
    definition: { zh: "受理（重办）后长期没有办结。", en: "Open for long since acceptance or reopening." },
    sentence: {
      zh: (e) =>
        `受理后 ${e.days} 天${e.cleared ? "才办结" : "仍未办结"}${e.units ? `，其间主要由${e.units}持单` : ""}`,
      en: (e) => `open for ${e.days} days${e.units ? `; held mostly by ${e.units}` : ""}`,
    },
  },
  "suspension-abuse": {
    name: { zh: "挂起滥用", en: "Suspension abuse" },
    definition: { zh: "累计挂起的时间过长。", en: "Too much time was spent suspended." },
    sentence: {
      zh: (e) => `累计挂起 ${Math.floor(e.figure("suspended_hours") / 24)} 天以上${e.units ? `（${e.units}）` : ""}`,
      en: (e) =>
        `suspended for over ${Math.floor(e.figure("suspended_hours") / 24)} days${e.units ? ` (${e.units})` : ""}`,
    },
  },
  dissatisfied: {
    name: { zh: "不满意未重办", en: "Dissatisfaction left standing" },
    definition: {
      zh: "群众对办结结果不满意或反映未解决，迟迟没有重办。",
      en: "The citizen is dissatisfied with a done order and it is not taken up again.",
    },
    sentence: {
      zh: (e) =>
        `群众${e.word("result") === "unresolved" ? "反映未解决" : "不满意"}，${e.held}未重办${e.units ? `（${e.units}办结）` : ""}`,
      en: (e) =>
        `the citizen was ${e.word("result") === "unresolved" ? "left without a solution" : "dissatisfied"}; not taken up for ${e.held}`,
    },
  },
};
