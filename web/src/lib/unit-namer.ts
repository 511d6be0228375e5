interface Named {
  readonly code: string;
  readonly name: string;
}

const CHIEF: Named = { code: "centre", name: "热线中心" };

/** Codes to names by what the answer brought; a unit that it does not name stands for itself. */
export function unitNamer(units: readonly Named[]): (code: string) => string {
  const names = new Map([CHIEF, ...units].map(({ code, name }) => [code, name]));
  return (code) => names.get(code) ?? code;
}
