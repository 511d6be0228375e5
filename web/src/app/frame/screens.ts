import type { Permission, Post } from "@tianyan/api";
import type { ParseKeys } from "i18next";
import type { ComponentType } from "react";
import {
  AuditIcon,
  CasesIcon,
  DataIcon,
  DigestIcon,
  MeasuresIcon,
  OrdersIcon,
  OverviewIcon,
  PapersIcon,
  PeopleIcon,
  RulesIcon,
  SystemIcon,
  UnitsIcon,
  WatchlistIcon,
  WatchRulesIcon,
} from "../../components/icons";

/** Whoever begins a day reads order by order; figures that open the list count finding by finding. */
const BY_ORDER = { fold: "order" } as const;
type WatchlistStart = typeof BY_ORDER;

export interface Screen {
  readonly to:
    | "/watchlist"
    | "/overview"
    | "/orders"
    | "/cases"
    | "/watch"
    | "/digest"
    | "/papers"
    | "/measures"
    | "/units"
    | "/rules"
    | "/data"
    | "/people"
    | "/audit"
    | "/system";
  readonly label: ParseKeys;
  readonly icon: ComponentType<{ readonly size?: number }>;
  /** What its address says when one begins there. */
  readonly search?: WatchlistStart;
  /** Who may ask for any of these sees it. */
  readonly needs: readonly Permission[];
  /** Much used: the first four of these that a post has stand in the bottom bar of a phone. */
  readonly onPhone: boolean;
}

/** The screens that exist; later ones are added here, not shown before. */
export const SCREENS: readonly Screen[] = [
  {
    to: "/watchlist",
    search: BY_ORDER,
    label: "nav.watchlist",
    icon: WatchlistIcon,
    needs: ["findings.read"],
    onPhone: true,
  },
  { to: "/overview", label: "nav.overview", icon: OverviewIcon, needs: ["overview.read"], onPhone: true },
  { to: "/orders", label: "nav.orders", icon: OrdersIcon, needs: ["orders.read"], onPhone: true },
  { to: "/cases", label: "nav.cases", icon: CasesIcon, needs: ["cases.read"], onPhone: true },
  { to: "/papers", label: "nav.papers", icon: PapersIcon, needs: ["papers.read"], onPhone: true },
  { to: "/measures", label: "nav.measures", icon: MeasuresIcon, needs: ["measures.read"], onPhone: true },
  { to: "/watch", label: "nav.watch", icon: WatchRulesIcon, needs: ["views.write"], onPhone: false },
  { to: "/digest", label: "nav.digest", icon: DigestIcon, needs: ["digests.read"], onPhone: false },
  { to: "/units", label: "nav.units", icon: UnitsIcon, needs: ["units.read"], onPhone: true },
  { to: "/rules", label: "nav.rules", icon: RulesIcon, needs: ["rules.read"], onPhone: false },
  { to: "/data", label: "nav.data", icon: DataIcon, needs: ["imports.read", "registry.read"], onPhone: false },
  { to: "/people", label: "nav.people", icon: PeopleIcon, needs: ["accounts.read"], onPhone: true },
  { to: "/audit", label: "nav.audit", icon: AuditIcon, needs: ["audit.read"], onPhone: true },
  { to: "/system", label: "nav.system", icon: SystemIcon, needs: ["metrics.read"], onPhone: true },
];

export type Desk = Screen["to"] | "/data/import";

/** Where each post begins the day. */
export const DESK_OF_POST: Readonly<Record<Post, Desk>> = {
  inspector: "/watchlist",
  liaison: "/cases",
  leader: "/overview",
  unit_contact: "/measures",
  data_steward: "/data/import",
  rule_keeper: "/rules",
  system_admin: "/system",
  security_admin: "/people",
  auditor: "/audit",
};

export const deskOf = (post: string): Desk =>
  Object.hasOwn(DESK_OF_POST, post) ? DESK_OF_POST[post as Post] : "/rules";

/** What the address of a screen says where one begins there. */
export const startAt = (to: Desk): WatchlistStart | undefined => SCREENS.find((screen) => screen.to === to)?.search;

/** A screen is the one that is open, whatever its address says beside. */
export const WHEREVER = { includeSearch: false } as const;

const isAllowed = ({ needs }: Screen, permissions: readonly string[]): boolean =>
  needs.some((permission) => permissions.includes(permission));

export const screensFor = (permissions: readonly string[]): readonly Screen[] =>
  SCREENS.filter((screen) => isAllowed(screen, permissions));

/** What stands in the bottom bar of a phone. */
export const withinThumb = (screens: readonly Screen[]): readonly Screen[] =>
  screens.filter(({ onPhone }) => onPhone).slice(0, 4);

/** Whether the screen of an address is open to these permissions; addresses of no screen are open to all. */
export function isOpen(pathname: string, permissions: readonly string[]): boolean {
  const screen = SCREENS.find(({ to }) => pathname === to || pathname.startsWith(`${to}/`));
  return screen === undefined || isAllowed(screen, permissions);
}
