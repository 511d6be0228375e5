import { useTranslation } from "react-i18next";

/** A canonical column in words; `order_id` → 工单编号. */
export function useColumnName(): (column: string) => string {
  const { t, i18n } = useTranslation();
  return (column) => {
    const key = `columnName.${column}`;
    return column !== "" && i18n.exists(key) ? t(key as "columnName.order_id") : column;
  };
}
