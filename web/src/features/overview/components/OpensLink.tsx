import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { Opens } from "../lib/opens";

export interface OpensLinkProps {
  readonly opens: Opens;
  /** Which figure it is, for tests. */
  readonly figure?: string;
  readonly children?: ReactNode;
}

/** A figure that opens exactly what it counts. */
export function OpensLink({ opens, figure, children }: OpensLinkProps) {
  return opens.to === "/watchlist" ? (
    <Link to="/watchlist" search={opens.search} data-figure={figure}>
      {children}
    </Link>
  ) : (
    <Link to="/orders" search={opens.search} data-figure={figure}>
      {children}
    </Link>
  );
}
