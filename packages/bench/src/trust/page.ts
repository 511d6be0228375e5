import { cpus } from "node:os";

export interface Figure {
  readonly line: number;
  readonly what: string;
  readonly value: string;
}

export interface Section {
  readonly title: string;
  readonly text: string;
}

/** What docs/trust.md holds. */
export interface Trust {
  readonly figures: readonly Figure[];
  readonly sections: readonly Section[];
}

/** Of the lines of what is measured. */
const LINES: Readonly<Record<number, string>> = {
  1: "Lockout",
  2: "Second factor, sessions",
  3: "Roles",
  4: "Scope",
  5: "Audit trail",
  6: "Killed half way",
  7: "Broken files",
  8: "Formulas in exports",
  9: "Canaries",
  10: "Outgoing calls",
  11: "Fuzzed requests",
  12: "Time zones, order of rows",
  13: "Restored",
  14: "Charts that leave",
  15: "Reachable by everybody",
};

const escaped = (text: string): string => text.replaceAll("|", "\\|").replaceAll("\n", " ");
const row = ({ line, what, value }: Figure): string =>
  `| ${line} ${LINES[line] ?? ""} | ${escaped(what)} | ${escaped(value)} |`;

const byLine = (a: Figure, b: Figure): number => a.line - b.line;

export function page({ figures, sections }: Trust, day: string): string {
  return `# What was tried to break it

Written by \`pnpm trust\`, which runs these tests at their full counts; \`npm test\` runs every one of them at a smaller count. A figure that
is not as it must be fails its test; speeds and times are told, and decide nothing.

Machine: ${cpus().length} cores, Node ${process.versions.node}, ${day}.

| line | what | figure |
| --- | --- | --- |
${[...figures].sort(byLine).map(row).join("\n")}
${sections.map(({ title, text }) => `\n## ${title}\n\n${text.trim()}\n`).join("")}`;
}

/** What a page as above says; nothing where it is another page. */
export function readPage(text: string): Trust {
  const [head = "", ...parts] = text.split(/^## /m);
  const figures = [...head.matchAll(/^\| (\d+) [^|]*\| (.*[^\\]) \| (.*) \|$/gm)].map(
    ([, line, what = "", value = ""]): Figure => ({
      line: Number(line),
      what: what.replaceAll("\\|", "|"),
      value: value.replaceAll("\\|", "|"),
    }),
  );
  const sections = parts.map((part): Section => {
    const end = part.indexOf("\n");
    return { title: part.slice(0, end), text: part.slice(end).trim() };
  });
  return { figures, sections };
}

/** A row is known again whatever its counts were. */
const nameOf = ({ line, what }: Figure): string => `${line} ${what.replaceAll(/[\d,.]+/g, "#")}`;

/** `fresh` in the place of what it repeats of `old`; the rest of `old` stays. */
export function merged(old: Trust, fresh: Trust): Trust {
  const named = new Set(fresh.figures.map(nameOf));
  const titles = new Set(fresh.sections.map(({ title }) => title));
  return {
    figures: [...old.figures.filter((figure) => !named.has(nameOf(figure))), ...fresh.figures],
    sections: [...old.sections.filter(({ title }) => !titles.has(title)), ...fresh.sections],
  };
}
