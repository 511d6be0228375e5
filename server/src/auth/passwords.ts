import { hash, verify } from "@node-rs/argon2";
import { normalPassword } from "@tianyan/api";

/** argon2id as OWASP asks for at least: 19 MiB, two passes, one lane. About 50 ms, off the main thread. */
const COST = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Of a password that nobody has, at the same cost. */
const NOBODYS = "$argon2id$v=19$m=19456,t=2,p=1$LgDklntMADJdmqBgVylQ3Q$FrnEbr0l4wa6X61oti2JetwamLqjth0RRBDKLViJj28";

/** A PHC string. */
export const hashPassword = (password: string): Promise<string> => hash(normalPassword(password), COST);

/** Takes as long where there is no password to compare with. */
export async function isPassword(hashed: string | null, password: string): Promise<boolean> {
  const same = await verify(hashed ?? NOBODYS, normalPassword(password));
  return hashed !== null && same;
}
