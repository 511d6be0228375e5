import { describe, expect, it } from "vitest";
import { createUnitSuggester } from "../src/index";

const UNITS = [
  "响水县住房和城乡建设局",
  "城市管理局",
  "市场监督管理局",
  "人力资源和社会保障局",
  "双港镇人民政府",
  "城东派出所",
  "城西派出所",
  "东风镇人民政府",
  "东风街道办事处",
  "东风派出所",
  "黄沙港镇",
  "自来水有限责任公司",
].map((name, at) => ({ code: `u${at}`, name, aliases: at === 1 ? ["综合执法局"] : [] }));
const suggest = createUnitSuggester(UNITS);
const first = (word: string) => {
  const [best] = suggest(word);
  return best ? [best.name, best.by] : null;
};

describe("units written in another way are suggested", () => {
  it.each([
    ["住房和城乡建设局", "响水县住房和城乡建设局", "fold"],
    ["县住房和城乡建设局", "响水县住房和城乡建设局", "fold"],
    ["盐城市响水县住房和城乡建设局", "响水县住房和城乡建设局", "fold"],
    ["住建局", "响水县住房和城乡建设局", "short"],
    ["县人社局", "人力资源和社会保障局", "short"],
    ["区市场监督管理局", "市场监督管理局", "fold"],
    ["双港镇", "双港镇人民政府", "fold"],
    ["城市管埋局", "城市管理局", "spelling"],
    ["综合执法局(本级)", "城市管理局", "part"],
    ["东风镇", "东风镇人民政府", "fold"],
    ["东风街办", "东风街道办事处", "fold"],
    ["县东风派出所", "东风派出所", "fold"],
    ["市场监督管里局", "市场监督管理局", "spelling"],
    ["人力资源和社会保漳居", "人力资源和社会保障局", "spelling"],
  ])("%s", (word, name, by) => {
    expect(first(word)).toEqual([name, by]);
  });

  it.each(["东岭镇", "东岭镇人民政府", "东岭街道", "东岭街道办事处", "东岭派出所", "黄沙岗镇", "新风镇", "南风街道"])(
    "but not another place one letter away: %s",
    (word) => {
      expect(suggest(word)).toEqual([]);
    },
  );

  it("but not those that a number or a direction tells apart, nor what has nothing in common", () => {
    expect(suggest("城南派出所").filter(({ by }) => by === "spelling")).toEqual([]);
    expect(first("气象台")).toBeNull();
  });
});
