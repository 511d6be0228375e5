import type { ParseKeys } from "i18next";
import type { ComponentType } from "react";
import { DataIcon, OrdersIcon, OverviewIcon, RulesIcon, UnitsIcon, WatchlistIcon } from "../../components/icons";

export interface Screen {
  readonly to: "/watchlist" | "/overview" | "/orders" | "/units" | "/rules" | "/data";
  readonly label: ParseKeys;
  readonly icon: ComponentType<{ readonly size?: number }>;
  /** One of the four most used: in the bottom bar of a phone. */
  readonly onPhone: boolean;
}

/** The screens that exist; later ones are added here, not shown before. */
export const SCREENS: readonly Screen[] = [
  { to: "/watchlist", label: "nav.watchlist", icon: WatchlistIcon, onPhone: true },
  { to: "/overview", label: "nav.overview", icon: OverviewIcon, onPhone: true },
  { to: "/orders", label: "nav.orders", icon: OrdersIcon, onPhone: true },
  { to: "/units", label: "nav.units", icon: UnitsIcon, onPhone: true },
  { to: "/rules", label: "nav.rules", icon: RulesIcon, onPhone: false },
  { to: "/data", label: "nav.data", icon: DataIcon, onPhone: false },
];
