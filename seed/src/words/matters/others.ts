import type { MatterGroup } from "../matter";

const CIVIL: MatterGroup = {
  name: "民政",
  share: 2.6,
  matters: [
    {
      path: "社会救助>低保申请",
      share: 60,
      units: ["mzj", "town"],
      mood: "need",
      line: "12345",
      place: "village",
      onSite: true,
      titles: ["{place}申请低保未批", "咨询低保标准"],
      problems: ["{place}一户家庭因病致贫，申请低保{span}没有结果", "咨询低保申请条件和补助标准"],
      wants: ["希望入户核实", "希望告知不批的原因"],
      outcomes: ["已入户核查，符合条件，纳入下月低保", "家庭收入超过标准，已说明并给予临时救助"],
    },
    {
      path: "养老服务>养老机构",
      share: 40,
      units: ["mzj"],
      mood: "mixed",
      line: "12345",
      place: "village",
      onSite: true,
      titles: ["反映养老院收费不合理", "咨询高龄津贴申领"],
      problems: ["父亲入住养老院，{since}起每月涨价{nn}0元，没有提前告知", "老人已年满八十周岁，咨询高龄津贴如何申领"],
      wants: ["希望核实收费依据", "希望告知申领方式"],
      outcomes: ["已核查收费备案，多收部分退还", "已告知申领方式，村级代办"],
    },
  ],
};

const SERVICE: MatterGroup = {
  name: "政务服务",
  share: 2.35,
  matters: [
    {
      path: "窗口服务>办事效率",
      share: 100,
      units: ["spj"],
      mood: "mixed",
      line: "12345",
      place: "hall",
      onSite: false,
      titles: ["{place}窗口人员态度差", "咨询{place}周末是否办公", "{place}叫号系统混乱"],
      problems: [
        "{since}到{place}办事，窗口人员让跑了{n}趟",
        "咨询{place}周末和中午能否办理业务",
        "{place}叫号顺序混乱，等了{nn}分钟",
      ],
      wants: ["希望改进服务", "希望告知办公时间"],
      outcomes: ["已调取监控核实，对工作人员批评教育，并向群众致歉", "已告知延时服务时间"],
    },
  ],
};

const LEISURE: MatterGroup = {
  name: "文体旅游",
  share: 1.74,
  matters: [
    {
      path: "旅游服务>景区管理",
      share: 55,
      units: ["wlj"],
      mood: "grievance",
      line: "12345",
      place: "road",
      onSite: true,
      titles: ["景区停车乱收费", "景区门票退订困难"],
      problems: ["{since}到景区游玩，停车收费{nn}元，没有公示标准", "网上预订门票{nn}0元，因雨取消，平台不予退款"],
      wants: ["希望核实退费", "希望规范收费"],
      outcomes: ["已退还多收停车费并公示标准", "已协调平台退款"],
    },
    {
      path: "公共文体>健身设施",
      share: 45,
      units: ["wlj", "town"],
      mood: "need",
      line: "12345",
      place: "estate",
      onSite: true,
      titles: ["{place}健身器材损坏", "建议{place}增设篮球场"],
      problems: ["{place}健身器材损坏{n}件，容易伤人", "{place}周边没有活动场地，孩子在马路边打球"],
      wants: ["希望维修或更换", "建议增设活动场地"],
      outcomes: ["已维修器材{n}件", "已列入下年度建设计划"],
    },
  ],
};

const MONEY: MatterGroup = {
  name: "财税金融",
  share: 1.42,
  matters: [
    {
      path: "税务>发票与个税",
      shops: "food",
      share: 60,
      units: ["swj"],
      mood: "ask",
      line: "12366",
      place: "hall",
      onSite: false,
      titles: ["咨询个税退税", "商家拒开发票"],
      problems: ["咨询个人所得税汇算退税{money}元多久到账", "在{shop}消费{nn}0元，商家以没有发票为由拒绝开具"],
      wants: ["希望告知办理时限", "希望督促开具发票"],
      outcomes: ["已告知退税审核时限", "商家已补开发票"],
    },
    {
      path: "公积金>提取贷款",
      share: 40,
      units: ["gjj"],
      mood: "ask",
      line: "12329",
      place: "hall",
      onSite: false,
      titles: ["咨询公积金提取", "公积金贷款审批慢"],
      problems: ["租房居住，咨询公积金提取条件和额度", "{since}提交公积金贷款申请，{span}没有放款"],
      wants: ["希望告知流程", "希望查询进度"],
      outcomes: ["已告知提取条件及网上办理方式", "贷款已审批，预计本周放款"],
    },
  ],
};

const POST: MatterGroup = {
  name: "通信邮政",
  share: 1.38,
  matters: [
    {
      path: "通信>网络与资费",
      share: 60,
      units: ["gxj"],
      mood: "grievance",
      line: "12345",
      place: "village",
      onSite: false,
      titles: ["{place}手机信号差", "宽带资费争议"],
      problems: ["{place}手机没有信号，打电话要到村口", "宽带合约到期后被自动续费{n}个月"],
      wants: ["希望增设基站", "要求退还费用"],
      outcomes: ["已协调运营商，计划新建基站一座", "运营商已退费并取消业务"],
    },
    {
      path: "邮政快递>快递投递",
      share: 40,
      units: ["jtj"],
      mood: "grievance",
      line: "12345",
      place: "village",
      onSite: false,
      titles: ["{place}快递不送货上门", "{place}快递代收点收费"],
      problems: ["{place}快递只送到镇上，取件往返{n}公里", "{place}代收点每件收费{n}角"],
      wants: ["希望送货到村", "希望制止违规收费"],
      outcomes: ["快递企业已恢复到村投递", "已责令代收点停止收费"],
    },
  ],
};

const REST: MatterGroup = {
  name: "其他",
  share: 1.0,
  matters: [
    {
      path: "意见建议>其他事项",
      share: 100,
      units: ["xfj"],
      mood: "mixed",
      line: "12345",
      place: "road",
      onSite: false,
      titles: ["对热线工作的建议", "反映历史遗留问题", "建议{place}设置公共座椅"],
      problems: [
        "建议热线增加办理进度短信提醒",
        "{since}反映的问题多年没有结果，希望有人接待",
        "{place}没有休息座椅，老人走路累了无处坐",
      ],
      wants: ["希望采纳建议", "希望安排接待"],
      outcomes: ["感谢建议，已转相关科室研究", "已约定时间接待，并告知办理途径"],
    },
  ],
};

/** Categories outside the eleven large ones. */
export const OTHERS: readonly MatterGroup[] = [CIVIL, SERVICE, LEISURE, MONEY, POST, REST];
