import { describe, expect, it } from "vitest";
import { en } from "../src/i18n/en";
import { zh } from "../src/i18n/zh";

type Texts = { readonly [key: string]: string | Texts };

const flat = (texts: Texts, path = ""): [string, string][] =>
  Object.entries(texts).flatMap(([key, value]) =>
    typeof value === "string" ? [[`${path}${key}`, value] as [string, string]] : flat(value, `${path}${key}.`),
  );

const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}|<(\w+)>/g)].map(([found]) => found).sort();

describe("the texts of the screens", () => {
  const chinese = new Map(flat(zh));
  const english = new Map(flat(en));

  it("have the same keys in both languages", () => {
    expect([...english.keys()].sort()).toEqual([...chinese.keys()].sort());
  });

  it("are never empty", () => {
    for (const [key, text] of [...chinese, ...english]) expect(text.trim() === "" ? key : "").toBe("");
  });

  it("fill in the same figures in both languages, the form for one aside", () => {
    for (const [key, text] of chinese) {
      if (key.endsWith("_one")) continue;
      expect([key, placeholders(english.get(key) ?? "")]).toEqual([key, placeholders(text)]);
    }
  });
});
