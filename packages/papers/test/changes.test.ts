import { HOUR, instant } from "@tianyan/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Block, relink, type Span, spansText, type TrackedBlock, trackChanges, trackVersions } from "../src/index";
import { draftOf } from "./drafts";

const by = { name: "李干事", at: instant(Date.parse("2021-07-05T02:00:00Z")) };
const paragraph = (text: string): Block => ({ type: "paragraph", spans: [{ text }] });
const said = (block: TrackedBlock, without: "inserted" | "deleted"): string =>
  block.runs
    .filter(({ change }) => change?.how !== without)
    .map(({ text }) => text)
    .join("");
const standing = (blocks: readonly TrackedBlock[], without: "inserted" | "deleted"): readonly string[] =>
  blocks.filter(({ change }) => change?.how !== without).map((block) => said(block, without));

describe("changes of a body", () => {
  it("are shown where they were made, by whom and when", () => {
    const [block] = trackChanges([paragraph("该局先后5次申请退单。")], [paragraph("该局先后五次申请退单。")], by);
    expect(block?.runs).toEqual([
      { text: "该局先后", change: null },
      { text: "5", change: { how: "deleted", by } },
      { text: "五", change: { how: "inserted", by } },
      { text: "次申请退单。", change: null },
    ]);
  });

  it("know a paragraph that came or went as a whole", () => {
    const before = [paragraph("甲段保持不变。"), paragraph("乙段将被删去。"), paragraph("丙段保持不变。")];
    const after = [paragraph("甲段保持不变。"), paragraph("丙段保持不变。"), paragraph("新写一句话")];
    expect(trackChanges(before, after, by).map(({ change }) => change?.how ?? null)).toEqual([
      null,
      "deleted",
      null,
      "inserted",
    ]);
  });

  it("give both versions back, whatever was changed", () => {
    const text = fc.string({ unit: fc.constantFrom(..."退单办理群众5次，。"), maxLength: 30 });
    const body = fc.array(
      fc.oneof(
        text.map(paragraph),
        text.map((words): Block => ({ type: "heading", level: 1, spans: [{ text: words }] })),
      ),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(body, body, (before, after) => {
        const tracked = trackChanges(before, after, by);
        expect(standing(tracked, "inserted")).toEqual(before.map(({ spans }) => spansText(spans)));
        expect(standing(tracked, "deleted")).toEqual(after.map(({ spans }) => spansText(spans)));
      }),
    );
  });
});

describe("changes of several versions", () => {
  const after = (hours: number, name: string) => ({ name, at: instant(by.at + hours * HOUR) });

  it("are each of whoever made them, and what was put in and taken out again is not told", () => {
    const [first, second, third] = [after(0, "李干事"), after(1, "王科长"), after(2, "赵主任")];
    const [block] = trackVersions([
      { body: [paragraph("该局先后5次申请退单。")], by: first },
      { body: [paragraph("该局先后五次无故申请退单，影响恶劣。")], by: second },
      { body: [paragraph("该局先后五次申请退单，应予纠正。")], by: third },
    ]);
    expect(block?.runs.map(({ text, change }) => [text, change?.how, change?.by.name])).toEqual([
      ["该局先后", undefined, undefined],
      ["5次", "deleted", "王科长"],
      ["五次", "inserted", "王科长"],
      ["申请退单", undefined, undefined],
      ["，", "inserted", "王科长"],
      ["应予纠正", "inserted", "赵主任"],
      ["。", undefined, undefined],
    ]);
  });

  it("give the first version and the last, whatever came between", () => {
    const words = fc.string({ unit: fc.constantFrom(..."退单办理群众5次，。"), maxLength: 20 });
    const body = fc.array(words.map(paragraph), { maxLength: 4 });
    fc.assert(
      fc.property(fc.array(body, { minLength: 1, maxLength: 5 }), (bodies) => {
        const tracked = trackVersions(bodies.map((one, index) => ({ body: one, by: after(index, `第${index}稿`) })));
        const texts = (one: readonly Block[] = []): readonly string[] => one.map(({ spans }) => spansText(spans));
        expect(standing(tracked, "inserted")).toEqual(texts(bodies[0]));
        expect(standing(tracked, "deleted")).toEqual(texts(bodies.at(-1)));
      }),
      { numRuns: 500 },
    );
  });
});

describe("an edited text", () => {
  const [story] = draftOf("circular").body.filter(({ spans }) => spansText(spans).startsWith("2021年6月7日"));
  const spans: readonly Span[] = story?.spans ?? [];

  it("keeps the facts that stayed and loses the one that was written over", () => {
    const text = spansText(spans).replace("流转5次", "流转六次").replace("的诉求", "的有关诉求");
    const linked = relink(spans, text);
    expect(spansText(linked)).toBe(text);
    const facts = (list: readonly Span[]): number => list.filter(({ fact }) => fact).length;
    expect(facts(linked)).toBe(facts(spans) - 1);
  });

  it("is the text, whatever was written, and no fact says anything else than before", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(..."2021年6月7日退单5次"), maxLength: 40 }),
        fc.nat(200),
        (words, at) => {
          const text = spansText(spans).slice(0, at) + words + spansText(spans).slice(at + 20);
          const linked = relink(spans, text);
          expect(spansText(linked)).toBe(text);
          for (const { text: filled, fact } of linked)
            if (fact) expect(spans.some((span) => span.fact === fact && span.text === filled)).toBe(true);
        },
      ),
    );
  });
});
