/** The colours of the page, by what they are for: charts know no others. */
export interface Ink {
  readonly paper: string;
  readonly paper2: string;
  readonly ink: string;
  readonly ink2: string;
  readonly line: string;
  readonly lineStrong: string;
  readonly accent: string;
  readonly red: string;
  readonly orange: string;
  readonly yellow: string;
  readonly bar: string;
  readonly hatch: string;
  readonly font: string;
}

const TOKENS = {
  paper: "--paper",
  paper2: "--paper-2",
  ink: "--ink",
  ink2: "--ink-2",
  line: "--line",
  lineStrong: "--line-strong",
  accent: "--accent",
  red: "--red",
  orange: "--orange",
  yellow: "--yellow",
  bar: "--bar",
  hatch: "--hatch",
  font: "--font",
} as const satisfies Record<keyof Ink, string>;

/** As the page is set now: light, dark, or on its way to the printer. */
export function readInk(): Ink {
  const style = window.getComputedStyle(document.documentElement);
  const of = (token: string) => style.getPropertyValue(token).trim();
  return Object.fromEntries(Object.entries(TOKENS).map(([name, token]) => [name, of(token)])) as unknown as Ink;
}
