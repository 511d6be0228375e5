import { findPersonal } from "@tianyan/core";
import { type Part, place } from "./parts";
import type { PaperProblem } from "./problem";

const CITIZEN =
  /(?:来电人|来信人|投诉人|反映人|举报人|诉求人|市民|居民|村民|群众|业主)([\u4e00-\u9fff]某{1,2}|[\u4e00-\u9fff]{1,3}(?:先生|女士|大爷|大妈|阿姨))/gu;
const DWELLING = /\d{1,6}\s{0,4}(?:号楼|幢|栋|单元)[\s\d-]{0,16}(?:单元[\s\d-]{0,16})?\d{1,6}\s{0,4}(?:室|户|号)/gu;

/** A paper holds nothing by which a citizen could be known: no number, no name, no dwelling; filled-in titles included. */
export function noCitizen(part: Part): readonly PaperProblem[] {
  const found = [
    ...findPersonal(part.text).map(({ start, end }) => ({ start, end })),
    ...[CITIZEN, DWELLING].flatMap((pattern) =>
      [...part.text.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length })),
    ),
  ];
  return found.map(({ start, end }) => ({
    code: "paper.citizen_identity",
    place: place(part, start, end),
    zh: "此处含有可以识别来电群众身份的信息，请删除",
    en: "By this a citizen could be known: take it out",
  }));
}
