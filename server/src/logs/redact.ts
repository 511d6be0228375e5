const HIDDEN = "[…]";
/** What is longer tells nobody more, and takes these patterns seconds. */
const LONGEST = 20_000;

/** Longest first: what is longer holds what is shorter. */
const SECRETS: readonly RegExp[] = [
  // What follows a telling name: token=…, "password": "…", Cookie: …
  /(?<=\b(?:cookie|authorization|bearer|token|password|passwd|secret|code_verifier|client_secret|state|nonce)["']?\s*[:= ]\s*["']?)[^\s"',;&)]{4,}/giu,
  // Addresses with a user and a password in them.
  /(?<=:\/\/)[^\s/@:]+:[^\s/@]+(?=@)/gu,
  // What follows the question mark of an address.
  /(?<=\/[\w./{}-]*\?)[^\s"')]+/gu,
  // Mail addresses.
  /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+/gu,
  // Tokens: long runs without a space in which letters and digits are mixed; request ids, which are, have hyphens.
  /(?<![\w-])(?=[\w]*\d)(?=[\w]*[A-Za-z])[\w]{24,}(?![\w-])/gu,
  // Phones, ID numbers, card numbers: seven digits and more, whatever is between them. Full-width digits too.
  /(?<![\w.:-])\+?[\d\uff10-\uff19](?:[ \u3000.()-]{0,2}[\d\uff10-\uff19]){6,18}[xX\uff38\uff58]?(?![\w])/gu,
];

/** Texts of failures can hold what somebody wrote: nothing that could tell a citizen, or open a door, gets into a log. */
export const redactText = (text: string): string =>
  SECRETS.reduce((kept, pattern) => kept.replaceAll(pattern, HIDDEN), text.slice(0, LONGEST));
