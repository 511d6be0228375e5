/** A town or subdistrict of the invented county, with its share of the people (of 1,000) and its places. */
export interface Town {
  readonly code: string;
  readonly name: string;
  readonly people: number;
  /** Code of the district centre that dispatches its orders, or null where the chief centre does. */
  readonly branch: string | null;
  readonly estates: readonly string[];
  readonly roads: readonly string[];
  readonly villages: readonly string[];
}

const town = (
  [code, name, people, branch]: readonly [string, string, number, string | null],
  estates: string,
  roads: string,
  villages: string,
): Town => ({
  code,
  name,
  people,
  branch,
  estates: estates.split(" "),
  roads: roads.split(" "),
  villages: villages.split(" "),
});

const EAST = "centre-east";
const WEST = "centre-west";

export const TOWNS: readonly Town[] = [
  town(
    ["t01", "城关街道", 142, null],
    "锦绣家园 云岫花园 南湖小区 县府小区 和平里 金桂苑 世纪新城 翰林雅居",
    "云岫大道 人民路 建设路 解放街 文昌路 南门巷",
    "南门社区 北门社区 文昌社区",
  ),
  town(
    ["t02", "东岭街道", 118, null],
    "东岭新村 阳光水岸 学府名苑 紫竹苑 东方丽景 幸福里",
    "东岭路 学府路 迎宾大道 工业二路 桃园路",
    "东岭社区 桃园社区 石岭村",
  ),
  town(
    ["t03", "南浦街道", 96, null],
    "南浦花苑 滨河家园 水岸名邸 盛景华庭 安居小区",
    "滨河南路 南浦大道 码头街 朝阳路",
    "码头社区 朝阳社区 塘边村",
  ),
  town(
    ["t04", "西桥街道", 88, null],
    "西桥小区 香樟园 金色家园 福星苑 丽水湾",
    "西桥路 车站路 兴业路 长兴街",
    "西桥社区 车站社区 桥头村",
  ),
  town(["t05", "青石镇", 66, EAST], "青石嘉园 石城小区", "青石大街 镇中路", "青石村 下坊村 窑前村 石门村 竹林村"),
  town(["t06", "柳河镇", 58, EAST], "柳岸小区 柳河新村", "柳河街 河堤路", "柳河村 上湾村 下湾村 柳树村"),
  town(["t07", "白鹤镇", 52, EAST], "白鹤花园", "白鹤路 鹤翔街", "白鹤村 新塘村 荷花村 双岗村"),
  town(["t08", "双溪镇", 48, EAST], "双溪家园", "双溪路 溪口街", "双溪村 溪口村 杨家村 石桥村"),
  town(["t09", "大坪镇", 44, EAST], "大坪小区", "大坪街", "大坪村 高坪村 樟树村 坪上村"),
  town(["t10", "永丰镇", 42, EAST], "永丰新居", "永丰路", "永丰村 丰收村 余家村 长田村"),
  town(["t11", "龙泉铺镇", 40, EAST], "龙泉小区", "龙泉街", "龙泉村 铺前村 泉水村 枫林村"),
  town(["t12", "茶园镇", 38, WEST], "茶园小区", "茶园路", "茶园村 茶山村 梅岭村 高峰村"),
  town(["t13", "石塘镇", 36, WEST], "石塘新村", "石塘街", "石塘村 塘头村 黄泥村 新建村"),
  town(["t14", "安平镇", 34, WEST], "安平家园", "安平路", "安平村 平安村 周坊村 油坊村"),
  town(["t15", "花桥镇", 32, WEST], "花桥小区", "花桥街", "花桥村 桥东村 桥西村 李家村"),
  town(["t16", "云岭乡", 24, WEST], "云岭安置点", "云岭路", "云岭村 岭脚村 松树村"),
  town(["t17", "竹溪乡", 22, WEST], "竹溪安置点", "竹溪路", "竹溪村 毛竹村 溪源村"),
  town(["t18", "枫坪乡", 20, WEST], "枫坪安置点", "枫坪路", "枫坪村 红枫村 坪头村"),
];
