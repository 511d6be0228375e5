/** Puts values into the slots of a template; a slot without a value is an error in the vocabulary. */
export function fill(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (_, slot: string) => {
    const value = values[slot];
    if (value === undefined) throw new RangeError(`no value for {${slot}} in: ${template}`);
    return value;
  });
}
