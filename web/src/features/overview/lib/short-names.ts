/** At least so many of the names must share a beginning for it to be left out. */
const MOST = 0.6;

/**
 * Names without the beginning that most of them share, such as the county's: in a chart there is no room for it.
 * Only names of Han letters are shortened; never to less than two letters.
 */
export function shortNames(names: readonly string[]): (name: string) => string {
  const han = names.filter((name) => /^\p{Script=Han}{3}/u.test(name));
  let shared = "";
  for (let length = 2; length <= 6; length++) {
    const counts = new Map<string, number>();
    for (const name of han) counts.set(name.slice(0, length), (counts.get(name.slice(0, length)) ?? 0) + 1);
    const [best, count] = [...counts].reduce((a, b) => (b[1] > a[1] ? b : a), ["", 0] as const);
    if (count < 3 || count < names.length * MOST) break;
    shared = best;
  }
  return (name) =>
    shared !== "" && name.startsWith(shared) && name.length >= shared.length + 2 ? name.slice(shared.length) : name;
}
