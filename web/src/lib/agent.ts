const BROWSERS: readonly (readonly [string, RegExp])[] = [
  ["Edge", /Edg\/(\d+)/],
  ["Firefox", /Firefox\/(\d+)/],
  ["Chrome", /(?:Headless)?Chrome\/(\d+)/],
  ["Safari", /Version\/(\d+).*Safari/],
];
const SYSTEMS: readonly (readonly [string, RegExp])[] = [
  ["Windows", /Windows/],
  ["HarmonyOS", /HarmonyOS|OpenHarmony/],
  ["Android", /Android/],
  ["iOS", /iPhone|iPad/],
  ["macOS", /Mac OS X/],
  ["Linux", /Linux|X11/],
];

/** `Chrome 120 · Windows`; what a browser says of itself in full where it says something else. */
export function agentText(agent: string): string {
  const browser = BROWSERS.map(([name, form]) => [name, form.exec(agent)?.[1]] as const).find(([, found]) => found);
  const system = SYSTEMS.find(([, form]) => form.test(agent))?.[0];
  if (!browser) return agent;
  return [browser.join(" "), system].filter(Boolean).join(" · ");
}
