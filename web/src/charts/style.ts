import type { Level } from "@tianyan/core";
import type { Ink } from "./ink";

export const SMALL = 12;

/** What every chart shares: the page's letters, no animation, tips on paper with a hairline. */
export const base = (ink: Ink) => ({
  animation: false,
  textStyle: { fontFamily: ink.font, fontSize: SMALL, color: ink.ink },
  tooltip: {
    backgroundColor: ink.paper,
    borderColor: ink.lineStrong,
    borderWidth: 1,
    padding: [4, 8],
    textStyle: { fontFamily: ink.font, fontSize: SMALL, color: ink.ink },
    extraCssText: "border-radius: 4px; box-shadow: none;",
    confine: true,
    transitionDuration: 0,
  },
});

export const axisLabel = (ink: Ink) => ({ color: ink.ink2, fontFamily: ink.font, fontSize: SMALL });
export const axisLine = (ink: Ink) => ({ show: true, lineStyle: { color: ink.lineStrong, width: 1 } });
export const splitLine = (ink: Ink) => ({ show: true, lineStyle: { color: ink.line, width: 1 } });

/** About how wide a text stands, in pixels: Han letters are square, others about half of it. */
export const textWidth = (text: string): number =>
  [...text].reduce((width, letter) => width + (/[\u2e80-\uffff]/.test(letter) ? SMALL : SMALL * 0.58), 0);

/** Levels by colour and pattern: solid, slanted lines, dots. */
export function levelStyle(level: Level, ink: Ink) {
  const patterns = {
    red: null,
    orange: { symbol: "rect", dashArrayX: [1, 0], dashArrayY: [2, 3], rotation: -Math.PI / 4, color: ink.paper },
    yellow: {
      symbol: "circle",
      symbolSize: 0.7,
      dashArrayX: [
        [5, 5],
        [0, 5, 5, 0],
      ],
      dashArrayY: [5, 0],
      color: ink.paper,
    },
  } as const;
  const decal = patterns[level];
  return { color: ink[level], ...(decal === null ? {} : { decal }) };
}
