import { foldHeader } from "./fold";
import type { Profile } from "./profile";

/** Columns of the canonical tables with the headers that name them: English first, then Chinese and usual variants. */
export type Headers = Readonly<Record<string, readonly string[]>>;

const words = (text: string): readonly string[] => text.split(" ");

const ORDER_ID = words(
  "order_id order_no 工单编号 工单号 工单号码 工单编码 工单id 工单流水号 工单序号 受理编号 受理单号 诉求编号 诉求单号 诉求工单编号 案件编号 案件号 事件单号 任务号 任务编号 任务单号 热线工单编号 业务编号 业务流水号 单号 流水号 办件编号 交办单号 case:concept:name",
);

export const ORDER_HEADERS: Headers = {
  order_id: ORDER_ID,
  source: words("source 来源 数据来源 来源系统 工单来源系统"),
  title: words("title 标题 工单标题 诉求标题 主题 事项标题 诉求主题 工单主题 事件标题 诉求名称"),
  content: words(
    "content 内容 工单内容 诉求内容 诉求描述 问题描述 反映内容 事项内容 来电内容 受理内容 主要内容 诉求详情 诉求事项 具体内容 事件描述",
  ),
  category: words(
    "category 类别 分类 诉求分类 诉求类别 问题类别 问题分类 事项分类 事项类别 工单分类 归口分类 归口类别 内容分类 所属类别 业务分类 事件分类",
  ),
  order_type: words("order_type 类型 工单类型 诉求类型 诉求性质 工单性质 来电类型 业务类型 受理类型 事件类型"),
  urgency: words("urgency 紧急程度 缓急程度 紧急级别 紧急等级 缓急 紧急度 工单等级 优先级"),
  sla_class: words("sla_class 时限类别 时限等级 时限类型 办理时限类别 办理时限类型"),
  district: words(
    "district 区县 行政区 行政区划 所属区县 属地 区域 所属区域 所属区划 所在区县 县区 县市区 所属县区 事发区域 所属镇街 镇街 乡镇 乡镇街道 所属乡镇",
  ),
  channel: words(
    "channel 渠道 受理渠道 诉求渠道 接入渠道 来电渠道 受理方式 来源渠道 工单来源 诉求来源 来电方式 来源 数据来源",
  ),
  line: words("line 热线 原热线 归并前热线 来源热线 原热线号码 热线名称"),
  citizen_key: words("citizen_key 市民标识 群众标识 诉求人标识 来电人标识 市民编号 诉求人编号 来电人编号"),
  location: words(
    "location 地址 地点 诉求地址 问题地址 事发地址 事发地点 详细地址 事件地址 问题地点 诉求地点 发生地址 发生地点",
  ),
  demand_class: words("demand_class 诉求认定 认定类别 诉求认定类别 诉求合规性 合规性 是否合规 诉求合理性"),
  caller_name: words(
    "caller_name 来电人 来电人姓名 诉求人 诉求人姓名 反映人 反映人姓名 投诉人 投诉人姓名 举报人 举报人姓名 来信人 来信人姓名 申请人 申请人姓名 当事人 当事人姓名 市民姓名 群众姓名 客户姓名 联系人 联系人姓名 姓名",
  ),
  phone: words(
    "phone 联系电话 来电号码 来电电话 主叫号码 诉求人电话 诉求人联系电话 诉求人手机 来电人电话 来电人联系电话 来电人号码 反映人电话 投诉人电话 举报人电话 申请人电话 联系人电话 市民电话 群众电话 联系方式 诉求人联系方式 来电人联系方式 联系号码 手机号码 手机号 手机 移动电话 电话号码 电话 回拨号码 回访电话",
  ),
  id_number: words(
    "id_number 身份证号 身份证号码 身份证 证件号码 证件号 公民身份号码 公民身份证号 身份号码 诉求人身份证号 来电人身份证号 诉求人证件号码 来电人证件号码",
  ),
  address: words(
    "address 联系地址 诉求人地址 诉求人住址 来电人地址 来电人住址 反映人地址 投诉人地址 申请人地址 联系人地址 住址 家庭住址 家庭地址 居住地址 现住址 常住地址 常住址 户籍地址 通讯地址 通信地址",
  ),
};

/** Columns of an orders table that say who called. */
export const CALLER_COLUMNS = ["caller_name", "phone", "id_number", "address"] as const;
export type CallerColumn = (typeof CALLER_COLUMNS)[number];

const CALLER_HEADERS = new Map(
  CALLER_COLUMNS.flatMap((column) =>
    (ORDER_HEADERS[column] ?? []).map((header) => [foldHeader(header), column] as const),
  ),
);

/** What a header says of the caller, in whatever table it stands; null: nothing that anybody knows. */
export function callerColumn(header: string, profile: Pick<Profile, "orders"> | null = null): CallerColumn | null {
  const own = CALLER_COLUMNS.find((column) => profile?.orders?.[column]?.includes(header));
  return own ?? CALLER_HEADERS.get(foldHeader(header)) ?? null;
}

const SHARED_EVENT_HEADERS: Headers = {
  order_id: ORDER_ID,
  event_id: words(
    "event_id 流转编号 记录编号 事件编号 流转记录编号 流转id 记录id 流转记录id 流转序号 流程编号 流程id 日志编号 日志id 操作编号 操作id",
  ),
  unit: words(
    "unit 单位 操作单位 承办单位 经办单位 办理单位 处理单位 操作部门 承办部门 办理部门 处理部门 经办部门 主办单位 责任单位 处置单位 处置部门 执行单位 发起单位 操作机构 处理机构 办理机构 承办机构 所在单位 当前单位 部门 部门名称 单位名称 org:group",
  ),
  to_unit: words(
    "to_unit 去向单位 接收单位 目标单位 派往单位 转往单位 下一单位 去向 接收部门 目标部门 下一办理单位 下一处理单位 下一环节单位 下一步单位 派发单位 派单单位 派遣单位 流向单位 转办单位 转入单位 被派单位 送达单位",
  ),
  reason_code: words(
    "reason_code 理由代码 理由编码 退单理由 退单原因 原因代码 理由 原因 退回原因 退回理由 退件原因 延期原因 延期理由 申请原因 申请理由",
  ),
  text: words(
    "text 说明 操作说明 意见 办理意见 处理意见 流转意见 内容 办理内容 备注 处理内容 操作内容 操作意见 操作备注 答复内容 回复内容 反馈内容 办理情况 处理情况 办理描述 流转说明 处理说明 环节意见 审批意见 处置意见 描述",
  ),
  operator: words(
    "operator 操作人 操作员 经办人 办理人 处理人 工号 操作人员 办理人员 处理人员 经办人员 承办人 操作者 处理者 坐席 坐席工号 话务员 受理人 受理员 操作人姓名 操作人工号 org:resource",
  ),
  result: words("result 结果 回访结果 评价结果 满意度 认定结果 满意情况 满意度评价 群众评价 回访评价 是否满意 评分"),
  due_at: words(
    "due_at 期限 办理期限 截止时间 办结期限 到期时间 要求办结时间 办理时限 处理期限 截止日期 办理截止时间 处理时限 承办期限 要求完成时间 限办时间 限时办结时间 应办结时间 应完成时间 最晚办结时间 办结截止时间 到期日期 规定办结时间 要求反馈时间 办结时限",
  ),
};

const AT = words(
  "at 时间 操作时间 流转时间 发生时间 办理时间 处理时间 环节时间 流程时间 动作时间 记录时间 操作日期 处理日期 流转日期 日期时间 日期 操作日期时间 变更时间 更新时间 创建时间 提交时间 time:timestamp",
);

/** Of an events file, by shape. */
export const EVENT_HEADERS: Readonly<Record<"event" | "state" | "step", Headers>> = {
  event: {
    ...SHARED_EVENT_HEADERS,
    at: AT,
    kind: words(
      "kind 操作 操作类型 流转类型 环节 操作环节 流转环节 办理环节 环节名称 动作 事件类型 操作名称 操作动作 流程节点 节点 节点名称 流程 流程环节 流程名称 流程动作 处理动作 处理类型 处理环节 办理动作 办理类型 流转动作 流转操作 流转状态 步骤 办理步骤 操作事项 行为 concept:name",
    ),
  },
  state: {
    ...SHARED_EVENT_HEADERS,
    at: AT,
    status: words("status 状态 工单状态 办理状态 当前状态 处理状态 流程状态 办件状态 工单当前状态"),
  },
  step: {
    ...SHARED_EVENT_HEADERS,
    received_at: words(
      "received_at 接收时间 到达时间 收到时间 接单时间 签收时间 转入时间 进入时间 接件时间 开始时间 开始办理时间 派达时间",
    ),
    finished_at: words(
      "finished_at 完成时间 办理完成时间 离开时间 办结时间 处理完成时间 转出时间 送出时间 结束时间 办毕时间 反馈时间 实际办结时间 结束办理时间",
    ),
    outcome: words("outcome 办理结果 处理结果 去向类型 办结方式 处理方式 办理方式 完成方式 结束方式 环节结果"),
  },
};

export const UNIT_HEADERS: Headers = {
  code: words(
    "code 单位编码 单位代码 编码 代码 单位编号 编号 部门编码 部门代码 部门编号 机构编码 机构代码 组织编码 组织机构代码 单位id 部门id",
  ),
  name: words("name 单位名称 名称 单位 部门名称 机构名称 单位全称 全称 部门 组织名称"),
  parent: words(
    "parent 上级 上级单位 上级编码 上级单位编码 主管单位 上级部门 上级部门编码 上级机构 上级机构编码 父级编码 父级 隶属单位 所属单位",
  ),
  kind: words("kind 单位类型 单位类别 单位性质 类型 类别 性质 部门类型 机构类型 单位级别"),
  aliases: words("aliases 别名 曾用名 简称 其他名称 单位简称 单位别名 常用名 部门简称"),
};

export const COMPETENCE_HEADERS: Headers = {
  category: words(
    "category 类别 分类 诉求类别 诉求分类 事项 事项分类 职责事项 问题类别 问题分类 事项类别 事项名称 职责",
  ),
  unit: words("unit 单位 承办单位 责任单位 主责单位 主办单位 单位名称 单位编码 责任部门 主责部门 主管部门 牵头单位"),
};

/** Without these a file is refused whole. */
export const REQUIRED = {
  orders: ["order_id"],
  units: ["code"],
  competence: ["category", "unit"],
  event: ["order_id", "at", "kind"],
  state: ["order_id", "at", "status"],
  step: ["order_id", "received_at"],
} as const;

const BUILT_IN: readonly Headers[] = [
  ORDER_HEADERS,
  EVENT_HEADERS.event,
  EVENT_HEADERS.state,
  EVENT_HEADERS.step,
  UNIT_HEADERS,
  COMPETENCE_HEADERS,
];

/** Whether a header is one of the profile's own, or of the built-in tables. */
export function knownHeaders(profile: Pick<Profile, "orders" | "events">): (header: string) => boolean {
  const folded = new Set(BUILT_IN.flatMap((headers) => Object.values(headers).flat().map(foldHeader)));
  const own = new Set([profile.orders, profile.events].flatMap((map) => Object.values(map ?? {}).flat()));
  return (header) => own.has(header) || folded.has(foldHeader(header));
}
