/** Measures of GB/T 9704-2012, 6 and 7: millimetres and points. */
export const PAGE = { width: 210, height: 297, top: 37, left: 28, right: 26, bottom: 35 } as const;
export const LINES_A_PAGE = 22;
export const CHARACTERS_A_LINE = 28;

/** 字号 in points. */
export const SIZE = { two: 22, three: 16, four: 14 } as const;

/** A length shared by so many, in points, rounded down to the twentieth that Word counts in. */
const share = (millimetres: number, count: number): number => Math.floor((millimetres / 25.4) * 72 * (20 / count)) / 20;

/** 22 lines in 225 mm. */
export const LINE = share(PAGE.height - PAGE.top - PAGE.bottom, LINES_A_PAGE);
/** Lines of the title: 2号 set on the body's pitch would be crowded. */
export const TITLE_LINE = 33;
/** 28 characters in 156 mm: what the grid counts by. */
export const CHARACTER_PITCH = share(PAGE.width - PAGE.left - PAGE.right, CHARACTERS_A_LINE);
/** By how much characters of 3号 are set closer: a little more than the grid asks for, so that 28 fit; justified, they fill the line. */
export const CLOSER = -0.3;

export const RED = "FF0000";

/** Fonts by name, as offices have them; none comes with the product. */
export const FONTS = {
  body: "仿宋_GB2312",
  title: "方正小标宋简体",
  heading1: "黑体",
  heading2: "楷体_GB2312",
  page: "宋体",
} as const;
export type FontName = (typeof FONTS)[keyof typeof FONTS];

/** The font of a heading level; 3 and 4 are set as the body. */
export const headingFont = (level: 1 | 2 | 3 | 4 | null): FontName =>
  level === 1 ? FONTS.heading1 : level === 2 ? FONTS.heading2 : FONTS.body;

/** The mark in red: as large as its longest line lets it be, and no larger than looks right. */
export const markSize = (lines: readonly string[]): number =>
  Math.min(48, Math.floor(436 / Math.max(1, ...lines.map((line) => line.length))));

/** Width of a text in characters of its size: figures and Latin letters are half as wide. */
export const widthOf = (text: string): number => {
  let width = 0;
  for (const character of text) width += character.charCodeAt(0) < 0x100 ? 0.5 : 1;
  return width;
};

/**
 * Where the middle of the date stands, in characters from the right edge: the date ends four from it and the signature is centred over it
 * for the seal (7.3.5.1); a signature so long that it would pass the edge ends two from it.
 */
export const sealMiddle = (signature: string, date: string): number =>
  Math.max(4 + widthOf(date) / 2, 2 + widthOf(signature) / 2);
