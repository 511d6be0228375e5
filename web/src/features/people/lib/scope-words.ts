import type { Scope, ScopeChoices } from "@tianyan/api";

/** What a scope covers, by names; null: everything. */
export function scopeWords(
  { sources, districts, units }: Scope,
  choices: ScopeChoices | undefined,
  comma: string,
  semicolon: string,
): string | null {
  const named = (codes: readonly string[] | null, known: readonly { code: string; name: string }[] = []) =>
    codes?.map((code) => known.find((one) => one.code === code)?.name || code);
  const parts = [named(sources, choices?.sources), districts ?? undefined, named(units, choices?.units)];
  const said = parts.flatMap((part) => (part ? [part.join(comma)] : []));
  return said.length === 0 ? null : said.join(semicolon);
}
