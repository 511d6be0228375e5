/** What is wrong with one place of a document, in words that say what to write instead. */
export interface Problem {
  /** As in `rules.inaction.yellow`. */
  readonly path: string;
  readonly code: string;
  readonly zh: string;
  readonly en: string;
}

/** Collects the problems of one document while it is read. */
export class Problems {
  readonly list: Problem[] = [];

  add(path: string, code: string, zh: string, en: string): void {
    this.list.push({ path, code: `parameters.${code}`, zh, en });
  }

  /** The document's part as a mapping; null, with a problem, where it is something else. */
  mapping(path: string, part: unknown): Readonly<Record<string, unknown>> | null {
    if (typeof part === "object" && part !== null && !Array.isArray(part)) return part as Record<string, unknown>;
    this.add(path, "not_a_mapping", "此处应为一组“名称: 值”", "write a mapping of names to values here");
    return null;
  }

  unknownKey(path: string): void {
    this.add(path, "unknown_key", "没有这一项，请核对名称", "there is no such entry; check its name");
  }

  /** Reports every key of `part` that is not among `allowed`. */
  onlyKeys(path: string, part: Readonly<Record<string, unknown>>, allowed: readonly string[]): void {
    for (const key of Object.keys(part)) if (!allowed.includes(key)) this.unknownKey(path ? `${path}.${key}` : key);
  }
}
