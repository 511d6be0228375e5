import { useEffect } from "react";
import { useTranslation } from "react-i18next";

/** The name of the browser's tab: what is on the screen, then the product. */
export function useTitle(screen: string): void {
  const { t } = useTranslation();
  const product = `${t("product.name")}·${t("product.line")}`;
  useEffect(() => {
    document.title = screen === "" ? product : `${screen} – ${product}`;
  }, [screen, product]);
}
