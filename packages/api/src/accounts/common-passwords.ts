/** Words that everybody tries first, in small letters; digits and signs around them change nothing. */
const WORDS = new Set(
  `password passwd pass secret login letmein welcome hello iloveyou admin administrator root user guest test demo manager
master dragon monkey sunshine qwer qwert qwerty qwertyuiop asdf asdfgh asdfghjkl zxcv zxcvbn zxcvbnm qaz wsx qazwsx qazwsxedc abc abcd
abcde abcdef abcdefg aaa xxx china beijing zhongguo woaini mima miyao huanying guanli guanliyuan xitong tianyan hotline
rexian jiwei jijian jianwei jiancha zhengfu tianyanjiandu`.split(/\s+/),
);

const SIGNS: Readonly<Record<string, string>> = {
  "0": "o",
  "1": "l",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "@": "a",
  $: "s",
  "!": "i",
};

/** `Admin@2026`, `P@ssw0rd123`, `qwer1234`: only one such word in it, or no letter at all. */
export function isCommonPassword(normal: string): boolean {
  const plain = normal.toLowerCase();
  const letters = plain.replaceAll(/[^\p{L}]/gu, "");
  const core = plain.replace(/^[^\p{L}]+/u, "").replace(/[^\p{L}]+$/u, "");
  const read = [...core].map((sign) => SIGNS[sign] ?? sign).join("");
  return letters === "" || WORDS.has(letters) || WORDS.has(read);
}
