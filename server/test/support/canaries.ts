/** Invented people whose numbers must not turn up anywhere: well formed, and the same in every run. */
export interface Canary {
  readonly name: string;
  readonly phone: string;
  readonly idNumber: string;
  readonly address: string;
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

function identity(first17: string): string {
  const sum = [...first17].reduce((total, digit, at) => total + Number(digit) * (WEIGHTS[at] ?? 0), 0);
  return `${first17}${"10X98765432"[sum % 11]}`;
}

/** `kind` tells two sets apart; numbers are spread out, so that none holds another. */
export function canaries(count: number, kind: number): Canary[] {
  return Array.from({ length: count }, (_, n) => {
    const spread = (n * 7_919 + kind * 104_729 + 13) % 100_000_000;
    const month = String((n % 12) + 1).padStart(2, "0");
    const day = String((n % 28) + 1).padStart(2, "0");
    return {
      name: `卡${kind}${"甲乙丙丁戊己庚辛"[n % 8]}`,
      phone: `1${3 + kind}${n % 10}${String(spread).padStart(8, "0")}`,
      idNumber: identity(`33102${kind}${1950 + (n % 50)}${month}${day}${String(n % 1_000).padStart(3, "0")}`),
      address: `天台县赤城街道卡纳路${kind}${String(n).padStart(4, "0")}号`,
    };
  });
}

/** Finds whole numbers of canaries in a text, however its digits are set apart. */
export function createWatch(people: readonly Canary[]) {
  const numbers = new Set(people.flatMap(({ phone, idNumber }) => [phone, idNumber.slice(0, 17)]));
  const addresses = people.map(({ address }) => address);
  return (text: string): readonly string[] => {
    const found = new Set<string>();
    const close = text.replace(/[\uff10-\uff19]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
    for (const plain of [close, close.replace(/(?<=\d)[ -](?=\d)/g, "")])
      for (const [run] of plain.matchAll(/\d{11,}/g))
        for (const length of [11, 17])
          for (let at = 0; at + length <= run.length; at++)
            if (numbers.has(run.slice(at, at + length))) found.add(run.slice(at, at + length));
    if (text.includes("卡纳路")) for (const address of addresses) if (text.includes(address)) found.add(address);
    return [...found];
  };
}
