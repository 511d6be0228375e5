/** Columns of the canonical tables with the headers that name them: English first, then Chinese and usual variants. */
export type Headers = Readonly<Record<string, readonly string[]>>;

const words = (text: string): readonly string[] => text.split(" ");

const ORDER_ID = words(
  "order_id order_no 工单编号 工单号 工单编码 工单id 工单流水号 受理编号 诉求编号 案件编号 任务号",
);

export const ORDER_HEADERS: Headers = {
  order_id: ORDER_ID,
  source: words("source 来源 数据来源 来源系统"),
  title: words("title 标题 工单标题 诉求标题 主题 事项标题"),
  content: words("content 内容 工单内容 诉求内容 诉求描述 问题描述 反映内容"),
  category: words("category 类别 分类 诉求分类 诉求类别 问题类别 问题分类 事项分类 工单分类 归口分类"),
  order_type: words("order_type 类型 工单类型 诉求类型 诉求性质 工单性质"),
  urgency: words("urgency 紧急程度 缓急程度 紧急级别"),
  sla_class: words("sla_class 时限类别 时限等级 时限类型 办理时限类别"),
  district: words("district 区县 行政区 行政区划 所属区县 属地 区域 所属区域 所属区划"),
  channel: words("channel 渠道 受理渠道 诉求渠道 接入渠道 来电渠道 受理方式"),
  line: words("line 热线 原热线 归并前热线 来源热线 原热线号码"),
  citizen_key: words("citizen_key 市民标识 群众标识 诉求人标识 来电人标识 市民编号"),
  location: words("location 地址 地点 诉求地址 问题地址 事发地址 事发地点 详细地址"),
  demand_class: words("demand_class 诉求认定 认定类别 诉求认定类别 诉求合规性 合规性"),
};

const SHARED_EVENT_HEADERS: Headers = {
  order_id: ORDER_ID,
  event_id: words("event_id 流转编号 记录编号 事件编号 流转记录编号 流转id 记录id 流转记录id"),
  unit: words("unit 单位 操作单位 承办单位 经办单位 办理单位 处理单位 操作部门"),
  to_unit: words("to_unit 去向单位 接收单位 目标单位 派往单位 转往单位 下一单位 去向"),
  reason_code: words("reason_code 理由代码 理由编码 退单理由 退单原因 原因代码 理由 原因"),
  text: words("text 说明 操作说明 意见 办理意见 处理意见 流转意见 内容 办理内容 备注"),
  operator: words("operator 操作人 操作员 经办人 办理人 处理人 工号 操作人员"),
  result: words("result 结果 回访结果 评价结果 满意度 认定结果"),
  due_at: words("due_at 期限 办理期限 截止时间 办结期限 到期时间 要求办结时间 办理时限 处理期限"),
};

const AT = words("at 时间 操作时间 流转时间 发生时间 办理时间 处理时间");

/** Of an events file, by shape. */
export const EVENT_HEADERS: Readonly<Record<"event" | "state" | "step", Headers>> = {
  event: {
    ...SHARED_EVENT_HEADERS,
    at: AT,
    kind: words("kind 操作 操作类型 流转类型 环节 操作环节 流转环节 办理环节 环节名称 动作 事件类型"),
  },
  state: { ...SHARED_EVENT_HEADERS, at: AT, status: words("status 状态 工单状态 办理状态") },
  step: {
    ...SHARED_EVENT_HEADERS,
    received_at: words("received_at 接收时间 到达时间 收到时间"),
    finished_at: words("finished_at 完成时间 办理完成时间 离开时间"),
    outcome: words("outcome 办理结果 处理结果 去向类型"),
  },
};

export const UNIT_HEADERS: Headers = {
  code: words("code 单位编码 单位代码 编码 代码 单位编号 编号"),
  name: words("name 单位名称 名称 单位"),
  parent: words("parent 上级 上级单位 上级编码 上级单位编码 主管单位"),
  kind: words("kind 单位类型 单位类别 单位性质 类型 类别 性质"),
  aliases: words("aliases 别名 曾用名 简称 其他名称"),
};

export const COMPETENCE_HEADERS: Headers = {
  category: words("category 类别 分类 诉求类别 诉求分类 事项 事项分类 职责事项 问题类别"),
  unit: words("unit 单位 承办单位 责任单位 主责单位 主办单位 单位名称 单位编码"),
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
