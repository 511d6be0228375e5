import type { CaseFactsForPaper } from "../facts/case-facts";
import type { Paper } from "../paper/paper";
import { type Part, place, without, written } from "./parts";
import type { CheckSetting, PaperProblem } from "./problem";

/** How people are named in papers: after their post, or before 同志. */
const SURNAMES =
  "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔汤常温康施牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁房屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝";
const POSTS = "局长|主任|书记|科长|股长|镇长|乡长|所长|站长|经理|队长|委员|组长|负责人|工作人员|干部|干事";
const AFTER_POST = new RegExp(`(?:${POSTS})([${SURNAMES}][\\u4e00-\\u9fff]{1,2}?)(?=[，。、；（\\s]|同志|因|$)`, "gu");
const BEFORE_COMRADE = new RegExp(`([${SURNAMES}][\\u4e00-\\u9fff]{1,2})同志`, "gu");
/** 工作人员于当日 is a time, not somebody called 于当日. */
const NO_NAME = /^(?:于[当次上下同今昨明本去]|任何|时[常时]|全[部体程]|应[当该]|和[有其各]|成[立为员]|党[员委组政])/u;

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** Any of these names, the longest first; null where there is none. */
export function anyOf(names: readonly string[]): RegExp | null {
  const listed = [...new Set(names)].filter((name) => name.length > 1).sort((a, b) => b.length - a.length);
  return listed.length > 0 ? new RegExp(listed.map(escaped).join("|"), "gu") : null;
}

export const namesOf = (units: CheckSetting["units"]): readonly string[] =>
  units.flatMap(({ name, aliases }) => [name, ...aliases]);

/** Units that a paper names are units of the case; who issues may name itself. */
export function unitsInside(
  part: Part,
  paper: Paper,
  facts: CaseFactsForPaper,
  setting: CheckSetting,
): readonly PaperProblem[] {
  const own = new Set([...namesOf(facts.units), paper.signature, paper.issuerMark, paper.printedBy]);
  const known = anyOf([...namesOf(setting.units), ...own]);
  if (!known) return [];
  return [...written(part).matchAll(known)]
    .filter(([name]) => !own.has(name))
    .map((found) => ({
      code: "paper.unit_outside",
      place: place(part, found.index, found.index + found[0].length),
      zh: `“${found[0]}”不是本案所涉单位，不得点名；确需涉及的，请先将其关联到案件`,
      en: `${found[0]} is no unit of the case and is not to be named: add it to the case first, if it belongs there`,
    }));
}

/** People that a paper names are people of the case, and the paper may name people. */
export function peopleInside(part: Part, paper: Paper, { people }: CaseFactsForPaper): readonly PaperProblem[] {
  const listed = anyOf(people.map(({ name }) => name));
  const problems: PaperProblem[] = [];
  if (listed && paper.naming !== "people")
    for (const found of part.text.matchAll(listed))
      problems.push({
        code: "paper.naming_exceeded",
        place: place(part, found.index, found.index + found[0].length),
        zh: `本文书的点名层级不含个人，不得写明“${found[0]}”`,
        en: `This paper does not name people: ${found[0]} is not to be in it`,
      });
  const text = listed ? without(written(part), listed) : written(part);
  for (const pattern of [AFTER_POST, BEFORE_COMRADE])
    for (const found of text.matchAll(pattern)) {
      const name = found[1] ?? "";
      if (NO_NAME.test(name)) continue;
      const start = found.index + found[0].indexOf(name);
      problems.push({
        code: "paper.person_outside",
        place: place(part, start, start + name.length),
        zh: `“${name}”不是本案登记的处理对象，不得点名`,
        en: `${name} is nobody whom the case deals with, and is not to be named`,
      });
    }
  return problems;
}

/** To whom it goes, and whether its kind may name before others. */
export function namingAllowed(paper: Paper, facts: CaseFactsForPaper): readonly PaperProblem[] {
  if (paper.naming !== "addressee")
    return paper.kind === "circular"
      ? []
      : [
          {
            code: "paper.naming_exceeded",
            place: { part: "title", index: 0, start: 0, end: 0 },
            zh: "只有通报可以公开点名，本文书只能发给所涉单位",
            en: "Only a circular names before others: this paper goes to those concerned alone",
          },
        ];
  const concerned = new Set(namesOf(facts.units));
  return paper.to
    .map(({ text }, index) => ({ text, index }))
    .filter(({ text }) => !concerned.has(text))
    .map(({ text, index }) => ({
      code: "paper.naming_exceeded",
      place: { part: "to", index, start: 0, end: text.length },
      zh: `“${text}”不是本案所涉单位，本文书只能发给所涉单位`,
      en: `${text} is no unit of the case: this paper goes to those concerned alone`,
    }));
}
