import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const css = readFileSync(new URL("../src/app/theme/tokens.css", import.meta.url), "utf8");

function tokensOf(block: string): Map<string, string> {
  return new Map(
    [...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map(([, name = "", colour = ""]) => [name, colour]),
  );
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((from) => {
    const part = Number.parseInt(colour.slice(from, from + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

const [screen = "", print = ""] = css.split("@media print");
const [light = "", dark = ""] = screen.split(':root[data-mantine-color-scheme="dark"]');

describe.each([
  ["light", light],
  ["dark", dark],
  ["print", print],
])("colours in %s", (_, block) => {
  const tokens = tokensOf(block);
  const inks = ["ink", "ink-2", "ink-3", "accent", "red", "orange", "yellow", "ok"];
  const papers = ["paper", "paper-2", "paper-selected"];

  it.each(inks.flatMap((ink) => papers.map((paper) => [ink, paper] as const)))("%s on %s can be read", (ink, paper) => {
    expect(contrast(tokens.get(ink) ?? "", tokens.get(paper) ?? "")).toBeGreaterThanOrEqual(4.5);
  });

  it("words on the accent can be read", () => {
    expect(contrast(tokens.get("accent-ink") ?? "", tokens.get("accent") ?? "")).toBeGreaterThanOrEqual(4.5);
  });
});
