/** Full-width letters, digits, signs and the blank as their plain ones; every character stays in its place. */
export function plainWidth(text: string): string {
  if (!/[\uff01-\uff5e\u3000]/.test(text)) return text;
  return text.replace(/[\uff01-\uff5e\u3000]/g, (character) =>
    character === "\u3000" ? " " : String.fromCharCode(character.charCodeAt(0) - 0xfee0),
  );
}

export const isDigit = (code: number): boolean => code >= 48 && code <= 57;

export const isLetter = (code: number): boolean => (code >= 65 && code <= 90) || (code >= 97 && code <= 122);

/** What stands between the groups of a number: a blank or a dash. */
export const isSeparator = (code: number): boolean =>
  code === 32 || code === 45 || code === 0xa0 || (code >= 0x2010 && code <= 0x2015) || code === 0x2212;

/** What may be a mask already. */
export const STAR = 42;
