/** Search parameters as plain words: `?level=red&level=orange&q=路灯`. Repeated names are lists; an order number stays a text. */
export type SearchValue = string | readonly string[];

export function parseSearch(text: string): Record<string, SearchValue> {
  const found: Record<string, SearchValue> = {};
  for (const [name, value] of new URLSearchParams(text)) {
    const before = found[name];
    if (before === undefined) found[name] = value;
    else found[name] = typeof before === "string" ? [before, value] : [...before, value];
  }
  return found;
}

/** The reverse; names in alphabetical order, so that the same view has the same address. Empty values are left out. */
export function stringifySearch(search: Record<string, unknown>): string {
  const words = new URLSearchParams();
  for (const name of Object.keys(search).sort()) {
    const value = search[name];
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null && one !== "") words.append(name, String(one));
    }
  }
  const text = words.toString().replaceAll("%3A", ":").replaceAll("%2F", "/").replaceAll("%2C", ",");
  return text === "" ? "" : `?${text}`;
}
