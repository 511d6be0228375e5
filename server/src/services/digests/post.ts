import { createHash } from "node:crypto";
import { HOUR, type Instant, instant, isoInstant, MINUTE } from "@tianyan/core";
import { type DigestLetter, settleDigestLetter, takeDigestLetter, textOf } from "@tianyan/db";
import { SYSTEM_ACTOR } from "../../auth/actor";
import { record } from "../audit/record";
import type { Services } from "../services";
import { letterOf } from "./letter";
import { digestOf } from "./read";

/** After a day the next digest says what still holds. */
const GIVEN_UP_AFTER = 24 * HOUR;

const nextTry = ({ made_at, mail_tries }: DigestLetter, at: Instant): number | null => {
  const next = at + Math.min(60, 2 ** mail_tries) * MINUTE;
  return next > made_at + GIVEN_UP_AFTER ? null : next;
};

/** By which a letter that was sent and not written down is known when it is sent again; tells nobody's account. */
const letterId = ({ account, date }: DigestLetter, address: string): string => {
  const mark = createHash("sha256").update(`${address} ${account} ${date}`).digest("hex").slice(0, 32);
  return `<digest.${date}.${mark}@${new URL(address).hostname}>`;
};

/**
 * Mails one digest that is due, and writes down that it went out, or when it is tried again. False where none is due. Several servers do not
 * mail the same one: its row is locked meanwhile.
 */
export async function postNext(services: Services, address: string, log: (text: string) => void): Promise<boolean> {
  const { mail, work } = services;
  if (!mail) return false;
  return work.sql.begin(async (tx) => {
    const at = instant(services.now());
    const letter = await takeDigestLetter(tx, at);
    if (!letter) return false;
    const subject = { type: "digest", id: `${letter.account}/${letter.date}` };
    try {
      await mail.send({ ...letterOf(digestOf(letter), address), to: letter.mail_to, id: letterId(letter, address) });
    } catch (error) {
      const next = nextTry(letter, at);
      log(
        `digest not mailed, ${next === null ? "given up" : `again at ${isoInstant(instant(next))}`}: ${textOf(error)}`,
      );
      await settleDigestLetter(tx, letter, { next });
      return true;
    }
    await settleDigestLetter(tx, letter, { mailedAt: services.now() });
    await record(tx, SYSTEM_ACTOR, { action: "digest.mailed", subject, outcome: "done" });
    return true;
  });
}
