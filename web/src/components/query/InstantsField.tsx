import { instant } from "@tianyan/core";
import { datesOf, startOfDate } from "../../lib/period";
import { formatDate } from "../../lib/time";
import { PeriodFilter } from "../PeriodFilter";

interface Instants {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** From a date to a date, both included, as instants of a condition. */
export function InstantsField({ from, to, onChange }: Instants & { readonly onChange: (instants: Instants) => void }) {
  const [first, last] = [
    from === undefined ? undefined : formatDate(instant(Date.parse(from))),
    to === undefined ? undefined : datesOf({ from: to, to }).to,
  ];
  return (
    <PeriodFilter
      from={first}
      to={last}
      onChange={(dates) =>
        onChange({
          ...(dates.from === undefined ? {} : { from: startOfDate(dates.from) }),
          ...(dates.to === undefined ? {} : { to: startOfDate(dates.to, 1) }),
        })
      }
    />
  );
}
