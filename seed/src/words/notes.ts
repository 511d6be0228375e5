/** reason_code and the words a unit gives with it; {other} is the unit it points to, {place} the place. */
export const RETURN_REASONS: readonly (readonly [code: string, texts: readonly string[]])[] = [
  [
    "not_in_charge",
    [
      "该事项不属于我单位职责范围，建议转{other}办理",
      "经核对三定方案，此事由{other}负责，申请退回",
      "非我单位管辖事项，建议派{other}",
    ],
  ],
  ["ownership_unclear", ["{place}权属不清，暂无法确定责任主体，申请退单", "该处产权单位不明，建议由{other}牵头核实"]],
  ["already_done", ["此前已处理过，现场无异常，申请退单", "该问题已列入计划，无需重复派单，申请退回"]],
  ["wrong_place", ["{place}不在我单位辖区内，建议转{other}", "经查点位属{other}辖区，申请退回"]],
  ["insufficient", ["来电内容不具体，无法核实点位，申请退回补充信息", "诉求描述不清，缺少联系方式，申请退单"]],
  ["other", ["双方属经济纠纷，建议走司法途径，申请退单"]],
];
export const APPROVALS = ["同意退单，重新派单", "情况属实，同意退回", "经核对职责清单，同意退单"];
export const REJECTIONS = [
  "退单依据不足，请继续办理",
  "按首接负责制由你单位牵头办理，驳回退单",
  "该事项在职责清单内，不同意退单",
  "未联系群众、未到现场核实，驳回",
];

export const CONTACTS = [
  "电话联系来电人，了解具体情况",
  "已与来电人联系，核实点位和诉求",
  "联系来电人，告知受理情况和办理时限",
  "回拨来电人，其补充说明了情况",
];
export const VISITS = [
  "到{place}现场查看，情况属实",
  "工作人员到现场核实，拍照留存",
  "会同社区到{place}查看",
  "现场勘查，已与当事人见面",
];
export const SITE_PROGRESS = [
  "已制定处理方案，施工人员进场",
  "材料已采购，预计本周完成",
  "已下达整改通知，限期三日",
  "已完成大部分工作，正在收尾",
  "会同社区现场协调，双方同意整改方案",
];
export const DESK_PROGRESS = [
  "已调取资料核对，待补充证明",
  "已约谈相关单位，要求限期答复",
  "正在会同有关单位核对政策",
  "双方已到场，第一次调解未达成一致",
  "已发函核实，等待回复",
];
export const HOLLOW = [
  "正在研究处理",
  "正在协调有关部门",
  "已列入计划，待安排",
  "继续跟进中",
  "已向领导汇报，等待批示",
  "正在办理中",
  "待进一步核实",
];
export const REPLIES = [
  "已电话答复来电人，来电人表示认可",
  "已向来电人反馈办理结果",
  "答复来电人，来电人表示理解",
  "已将处理情况告知来电人",
];
export const UNSEEN = ["已按规定处理", "该问题已处理完毕", "已转相关科室，办结", "情况已掌握，予以办结"];
export const EXTENSIONS = [
  "因涉及多个单位，需延期办理",
  "施工材料未到，申请延期",
  "雨天无法施工，申请延长办理时限",
  "情况复杂，申请延期",
];
export const SUSPENSIONS = [
  "待气温、天气条件允许后施工，申请挂起",
  "需等待上级资金批复，暂时挂起",
  "来电人外出，待其返回后办理，挂起",
  "待与其他管网同步改造，挂起",
];
export const URGES = [
  "市民再次来电催办",
  "来电人询问办理进度，催办",
  "市民称问题仍未处理，要求尽快办理",
  "市民第三次来电，情绪激动，请加急办理",
];
export const SUPERVISIONS = [
  "对该工单跟踪督办，请承办单位说明情况",
  "列入重点督办，要求限期办理",
  "抽查发现办理迟缓，发督办提示",
];
export const REOPENINGS = ["市民反映问题未解决，重新派单办理", "回访不满意，退回重办", "经核实处理不到位，发回重办"];
export const TRANSFERS = ["此事由{other}办理更为合适，转{other}", "经沟通，转{other}牵头办理"];
export const SURVEY_TEXTS = {
  satisfied: ["回访来电人，对办理结果满意", "来电人表示感谢"],
  basically_satisfied: ["来电人表示基本满意，希望保持", "问题已处理，来电人认为时间偏长"],
  dissatisfied: ["来电人不满意，称没有人到现场", "来电人称只是打了电话，问题没有处理"],
  unresolved: ["来电人称问题没有解决", "来电人称处理后又出现"],
  unreached: ["电话无人接听，未回访到", "号码关机，未联系上"],
} as const;
export const RATING_TEXTS: Readonly<Record<string, readonly string[]>> = {
  "1": ["一点没解决", "踢皮球", "打电话的人态度差", "非常失望", ""],
  "2": ["处理太慢", "只回复没行动", "不满意", ""],
  "3": ["一般", "有人联系但还没彻底解决", ""],
  "4": ["还可以", "比较满意", "处理挺快", ""],
  "5": ["非常满意", "给热线点赞", "很快就解决了，谢谢", ""],
};
export const RECALLS = ["派单有误，收回重派", "来电人补充情况，收回重新派单"];
export const WITHDRAWALS = ["来电人表示问题已解决，申请撤单", "来电人重复来电，本单撤销", "来电人要求撤回诉求"];
export const NOTES = ["来电人补充联系电话", "来电人补充现场照片{n}张", "已与来电人约定上门时间", "来电人要求匿名"];
