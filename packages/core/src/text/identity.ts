/** First two digits of an identity number: its province. */
const PROVINCES = new Set(
  "11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83".split(" "),
);

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = "10X98765432";

export const isProvince = (digits: string): boolean => PROVINCES.has(digits.slice(0, 2));

const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Whether `mmdd` is a day of some year. */
export function isDay(month: string, day: string): boolean {
  const days = DAYS[Number(month) - 1];
  return days !== undefined && Number(day) >= 1 && Number(day) <= days;
}

/** Whether `yyyymmdd` is a day between 1900 and 2039. */
export const isDate = (digits: string): boolean =>
  /^(?:19|20[0-3])\d/.test(digits) && isDay(digits.slice(4, 6), digits.slice(6, 8));

/** GB 11643-1999: province, day of birth and, where `checked`, the check character of 18. */
export function isIdentityNumber(text: string, checked = true): boolean {
  if (!isProvince(text) || !isDate(text.slice(6, 14))) return false;
  if (!checked) return true;
  let sum = 0;
  for (let place = 0; place < 17; place++) sum += Number(text[place]) * (WEIGHTS[place] ?? 0);
  return CHECKS[sum % 11] === text.slice(17).toUpperCase();
}

/** Given out until 1999, to people born since 1900; later years are those of order numbers, unless a label says otherwise. */
export const isOldIdentityNumber = (digits: string, labelled: boolean): boolean =>
  isProvince(digits) &&
  isDay(digits.slice(8, 10), digits.slice(10, 12)) &&
  (labelled || Number(digits.slice(6, 8)) >= 40);

/** The sum by which bank cards are told from other numbers. */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let place = digits.length - 1, double = false; place >= 0; place--, double = !double) {
    const value = Number(digits[place]) * (double ? 2 : 1);
    sum += value > 9 ? value - 9 : value;
  }
  return sum % 10 === 0;
}
