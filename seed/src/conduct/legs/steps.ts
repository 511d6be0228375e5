import type { Instant } from "@tianyan/core";
import { CONTACTS, DESK_PROGRESS, REPLIES, RETURN_REASONS, SITE_PROGRESS, VISITS } from "../../words/notes";
import { type Affair, clerk, later, phrase } from "../affair";

/** Working minutes a good unit takes; the quantiles are those of a hotline that answers within its terms. */
const SIGN = [3, 15, 40, 80, 150, 300];
const CONTACT = [4, 25, 60, 110, 170];
const VISIT = [25, 70, 160, 320, 480];

export function sign(affair: Affair, unit: string, from: Instant, quantiles: readonly number[] = SIGN): Instant {
  const hurry =
    affair.order.urgency === "emergency" ? [1, 2, 4] : affair.order.urgency === "urgent" ? [2, 8, 25] : quantiles;
  const at = later(affair, unit, from, hurry);
  affair.chronicle.add("signed", at, unit, { text: "签收", operator: clerk(affair, unit) });
  return at;
}

export function contact(affair: Affair, unit: string, from: Instant, quantiles: readonly number[] = CONTACT): Instant {
  const at = later(affair, unit, from, affair.order.urgency === "emergency" ? [1, 3, 8] : quantiles);
  affair.chronicle.add("contacted", at, unit, { text: phrase(affair, CONTACTS), operator: clerk(affair, unit) });
  return at;
}

export function visit(affair: Affair, unit: string, from: Instant, quantiles: readonly number[] = VISIT): Instant {
  const at = later(affair, unit, from, affair.order.urgency === "emergency" ? [8, 20, 40] : quantiles);
  affair.chronicle.add("visited", at, unit, { text: phrase(affair, VISITS), operator: clerk(affair, unit) });
  return at;
}

export function progress(
  affair: Affair,
  unit: string,
  from: Instant,
  quantiles: readonly number[],
  texts: readonly string[] = affair.order.matter.onSite ? SITE_PROGRESS : DESK_PROGRESS,
): Instant {
  const at = later(affair, unit, from, quantiles);
  affair.chronicle.add("progressed", at, unit, { text: phrase(affair, texts), operator: clerk(affair, unit) });
  return at;
}

/** Answers the citizen, mostly, and reports the order done. */
export function finish(affair: Affair, unit: string, from: Instant): Instant {
  const operator = clerk(affair, unit);
  let at = from;
  if (affair.random.chance(0.75)) {
    affair.chronicle.add("replied", at, unit, { text: phrase(affair, REPLIES), operator });
    at = later(affair, unit, at, [2, 6, 15, 40]);
  }
  affair.chronicle.add("completed", at, unit, { text: phrase(affair, affair.order.outcomes), operator });
  return at;
}

/** Asks to be rid of the order, on a ground that is not among `used`, if there is another. Returns the code. */
export function requestReturn(
  affair: Affair,
  unit: string,
  at: Instant,
  other: string,
  ground: { readonly codes?: readonly string[]; readonly not?: string } = {},
): string {
  const fitting = RETURN_REASONS.filter(
    ([code]) => code !== ground.not && (ground.codes === undefined || ground.codes.includes(code)),
  );
  const [reasonCode, texts] = affair.random.pick(fitting);
  affair.chronicle.add("return_requested", at, unit, {
    reasonCode,
    text: phrase(affair, texts, other),
    operator: clerk(affair, unit),
  });
  return reasonCode;
}
