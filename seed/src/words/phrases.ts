/** How an operator opens the note of a call; {name} {phone}. */
export const CALL_OPENINGS = [
  "来电人{name}（电话{phone}）反映：",
  "市民{name}（{phone}）来电反映：",
  "{name}（联系电话{phone}）称：",
  "市民反映：",
  "来电人反映：",
  "群众{name}来电，电话{phone}，反映：",
];
/** The same for what came in writing; {channel}. */
export const WRITTEN_OPENINGS = [
  "网民留言：",
  "群众通过{channel}反映：",
  "{name}（联系电话{phone}）通过{channel}留言：",
  "{channel}来件：",
];
/** Consultations about any matter; {subject} is its second-level category. */
export const CONSULT_TITLES = [
  "咨询{subject}问题由哪个部门负责",
  "咨询{subject}方面的规定",
  "咨询{subject}问题处理进度",
];
export const CONSULT_PROBLEMS = [
  "咨询{subject}问题应向哪个部门反映，电话是多少",
  "咨询{subject}方面有什么规定，需要准备哪些材料",
  "此前反映过{subject}的问题，咨询目前进展",
];
export const CONSULT_WANTS = ["希望告知主管部门和联系方式", "希望告知相关规定", "希望告知办理进度"];
/** A line that is added now and then. */
export const DETAILS = [
  "已多次向物业和社区反映，一直没有解决。",
  "来电人情绪较为激动，已安抚。",
  "有照片和视频可以提供。",
  "要求不要转给同一工作人员处理。",
  "该问题此前拨打过热线，答复已处理，但实际没有变化。",
  "来电人方便接听电话的时间为下午三点以后。",
  "如不处理将继续向上级反映。",
];
export const CONSULT_CLOSINGS = ["请相关部门回复。", "请予以解答。", "来电人希望电话告知。"];
export const CLOSINGS = ["请核实处理并回复。", "请尽快处理。", "请相关部门予以重视。", "望给予答复。", "请依规办理。"];

/** The same where there is something to see. */
export const SITE_DETAILS = [...DETAILS, "周边居民反应强烈。", "附近有学校，存在安全隐患。", "邻里对此意见很大。"];
/** What the centre answers at once to a consultation. */
export const ANSWERS_AT_ONCE = [
  "已查询知识库答复来电人，来电人表示清楚",
  "话务员直接解答，来电人无其他诉求",
  "已告知办理地点、电话和所需材料，直接办结",
  "已三方通话转接业务窗口解答",
];
/** Why a demand is not compliant. */
export const NOT_COMPLIANT = {
  out_of_scope: [
    "诉求属军队事务，不属热线受理范围，已告知来电人途径",
    "诉求应通过诉讼解决，已解释",
    "诉求涉及外省事项，已告知当地热线",
  ],
  unlawful: ["诉求违反法律规定，已做解释", "要求保留违法建筑，不予支持，已说明法律规定"],
  repeated: ["同一诉求已办结并答复，无新的事实和理由，认定为重复诉求", "近期已三次答复同一事项"],
  unreasonable: ["诉求超出政策标准，已多次解释", "要求高额赔偿无事实依据，认定为不合理诉求"],
} as const;
