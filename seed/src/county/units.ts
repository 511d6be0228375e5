import type { UnitRow } from "@tianyan/core";
import { TOWNS } from "./towns";

const COUNTY = "云岫县";
export const CHIEF = "centre";
export const DISCIPLINE = "jwj";

/** code, name after that of the county, parent, kind, aliases. No alias may be a name of the stories' units. */
const ROWS: readonly (readonly [code: string, name: string, parent: string, kind: string, aliases: string])[] = [
  ["county", "人民政府", "", "bureau", "县政府"],
  [CHIEF, "12345政务服务便民热线中心", "county", "centre", "热线中心|县12345政务服务便民热线中心|县热线中心"],
  ["centre-east", "东片区热线分中心", CHIEF, "centre", "东片区分中心"],
  ["centre-west", "西片区热线分中心", CHIEF, "centre", "西片区分中心"],
  [DISCIPLINE, "纪委监委", "county", "bureau", "云岫纪委"],
  ["gaj", "公安局", "county", "bureau", "县公安局"],
  ["jjd", "公安局交通管理大队", "gaj", "bureau", "县交管大队|交警大队"],
  ["jyj", "教育局", "county", "bureau", "县教育局"],
  ["gxj", "工业和信息化局", "county", "bureau", "县工信局"],
  ["mzj", "民政局", "county", "bureau", "县民政局"],
  ["sfj", "司法局", "county", "bureau", "县司法局"],
  ["czj", "财政局", "county", "bureau", "县财政局"],
  ["rsj", "人力资源和社会保障局", "county", "bureau", "县人社局|人社局"],
  ["zgj", "自然资源和规划局", "county", "bureau", "县自规局|自然资源局"],
  ["bdc", "不动产登记中心", "zgj", "bureau", "不动产中心"],
  ["hbj", "生态环境分局", "county", "bureau", "县环保局|生态环境分局"],
  ["zjj", "住房和城乡建设局", "county", "bureau", "县住建局|住建局"],
  ["fcz", "房产管理服务中心", "zjj", "bureau", "县房管中心|房产中心"],
  ["szs", "市政设施服务所", "zjj", "bureau", "县市政所|市政所"],
  ["cgj", "城市管理综合执法局", "county", "bureau", "县城管局|城管局"],
  ["hws", "环境卫生服务所", "cgj", "bureau", "县环卫所|环卫所"],
  ["yls", "园林绿化服务所", "cgj", "bureau", "县园林所|园林所"],
  ["jtj", "交通运输局", "county", "bureau", "县交通局|交通局"],
  ["glz", "公路事业服务中心", "jtj", "bureau", "县公路中心|公路中心"],
  ["slj", "水利局", "county", "bureau", "县水利局"],
  ["nyj", "农业农村局", "county", "bureau", "县农业农村局|农业局"],
  ["wlj", "文化广电旅游局", "county", "bureau", "县文旅局"],
  ["wjw", "卫生健康委员会", "county", "bureau", "县卫健委|卫健委"],
  ["rmy", "人民医院", "wjw", "bureau", "县人民医院"],
  ["yjj", "应急管理局", "county", "bureau", "县应急局"],
  ["scj", "市场监督管理局", "county", "bureau", "县市监局|市场监管局"],
  ["ybj", "医疗保障局", "county", "bureau", "县医保局"],
  ["xfj", "信访局", "county", "bureau", "县信访局"],
  ["spj", "行政审批服务局", "county", "bureau", "县审批局"],
  ["swj", "税务局", "county", "bureau", "县税务局"],
  ["gjj", "住房公积金管理部", "county", "bureau", "公积金管理部"],
  ["jkq", "工业园区管理委员会", "county", "bureau", "园区管委会"],
  ["swt", "水务集团有限公司", "slj", "enterprise", "县水务公司|水务公司"],
  ["gdg", "供电公司", "county", "enterprise", "县供电公司"],
  ["rqg", "燃气有限公司", "zjj", "enterprise", "县燃气公司|燃气公司"],
  ["rlg", "热力有限公司", "zjj", "enterprise", "县热力公司"],
  ["gjg", "公共交通有限公司", "jtj", "enterprise", "县公交公司|公交公司"],
];

const office = (name: string): string => (name.endsWith("街道") ? `${name}办事处` : `${name}人民政府`);

export const UNIT_ROWS: readonly UnitRow[] = [
  ...ROWS.map(([code, name, parent, kind, aliases]) => ({
    code,
    // The stories happen in other counties; the hotline is called alike in all of them.
    name: code === CHIEF ? name : COUNTY + name,
    parent,
    kind,
    aliases: aliases.split("|"),
  })),
  ...TOWNS.map((town) => ({
    code: town.code,
    name: COUNTY + office(town.name),
    parent: "county",
    kind: "town",
    aliases: [town.name],
  })),
];

const BY_CODE = new Map(UNIT_ROWS.map((row) => [row.code, row]));

/** The row of a unit of the county; an unknown code is an error in the vocabulary. */
export function unitRow(code: string): UnitRow {
  const row = BY_CODE.get(code);
  if (!row) throw new RangeError(`no such unit: ${code}`);
  return row;
}

/** The unit as colleagues write it in a note. */
export const shortName = (code: string): string => unitRow(code).aliases[0] ?? unitRow(code).name;
