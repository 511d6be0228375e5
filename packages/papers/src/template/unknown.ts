import { PLACEHOLDERS } from "./placeholders";
import type { PaperTemplate, Repeat } from "./template";

const IN_BRACES = /\{([^{}]*)\}/g;

/**
 * Placeholders of a template that nothing fills in, as written: unknown ones, and those of a repeated thing outside its block. They would
 * stand in every paper and stop it.
 */
export function unknownPlaceholders({ title, blocks }: PaperTemplate): readonly string[] {
  const unknown = (text: string, each: Repeat | null): readonly string[] =>
    [...text.matchAll(IN_BRACES)]
      .map(([, name = ""]) => name)
      .filter((name) => !PLACEHOLDERS.some((one) => one.name === name && (one.within === null || one.within === each)));
  return [...new Set([...unknown(title, null), ...blocks.flatMap(({ text, each }) => unknown(text, each ?? null))])];
}
