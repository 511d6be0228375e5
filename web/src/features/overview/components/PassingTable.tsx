import { useTranslation } from "react-i18next";
import { useNumber } from "../../../i18n/use-number";
import { FigureTable } from "./FigureTable";
import type { FigureInput } from "./figure-props";

export interface PassingTableProps extends Pick<FigureInput, "overview" | "opener"> {
  readonly handing: boolean;
}

/** All returns by unit and centre, or all hand-offs by both units. */
export function PassingTable({ overview, opener, handing }: PassingTableProps) {
  const { t } = useTranslation();
  const number = useNumber();
  if (handing)
    return (
      <FigureTable
        caption={t("overview.passing.captionHanded")}
        columns={[
          { label: t("overview.passing.column.from"), figure: false },
          { label: t("overview.passing.column.to"), figure: false },
          { label: t("overview.passing.column.orders"), figure: true },
        ]}
        rows={overview.handed.map(({ from, from_name, to, to_name, orders }) => ({
          key: JSON.stringify([from, to]),
          cells: [
            { text: from_name },
            { text: to_name },
            { text: number(orders), opens: opener.deed("handed_on", from, to) },
          ],
        }))}
      />
    );
  return (
    <FigureTable
      caption={t("overview.passing.captionReturned")}
      columns={[
        { label: t("overview.passing.column.unit"), figure: false },
        { label: t("overview.passing.column.centre"), figure: false },
        { label: t("overview.passing.column.rejected"), figure: true },
        { label: t("overview.passing.column.approved"), figure: true },
      ]}
      rows={overview.returned.map(({ unit, unit_name, centre, centre_name, rejected, approved }) => ({
        key: JSON.stringify([unit, centre]),
        cells: [
          { text: unit_name },
          { text: centre_name },
          { text: number(rejected), opens: rejected > 0 ? opener.deed("return_rejected", unit, centre) : null },
          { text: number(approved), opens: approved > 0 ? opener.deed("return_approved", unit, centre) : null },
        ],
      }))}
    />
  );
}
