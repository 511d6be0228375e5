import { DAY, type Instant, instant, isoInstant, zone } from "@tianyan/core";
import { formatDate, HOME_ZONE } from "./time";

/** The local midnight with which a date begins, `later` dates on; ISO. */
export const startOfDate = (isoDate: string, later = 0): string =>
  isoInstant(zone(HOME_ZONE).startOf(Date.parse(`${isoDate}T00:00:00Z`) / DAY + later));

/** From a date to a date, both included, as the address bar holds it. */
export type Dates = { readonly from: string; readonly to: string };

/** A period of the server, `to` excluded, in dates. */
export const datesOf = ({ from, to }: { readonly from: string; readonly to: string }): Dates => ({
  from: formatDate(instant(Date.parse(from))),
  to: formatDate(instant(Date.parse(to) - 1)),
});

/** The first and the last date of the month of `at`, `months` on. */
export function monthOf(at: Instant, months = 0): Dates {
  const { year, month } = zone(HOME_ZONE).local(at);
  const date = (later: number, day: number) =>
    new Date(Date.UTC(year, month - 1 + months + later, day)).toISOString().slice(0, 10);
  return { from: date(0, 1), to: date(1, 0) };
}
