import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";

/** How the cookie of a session is named and sent. */
export interface SessionCookie {
  read(context: Context): string | null;
  write(context: Context, token: string): void;
  clear(context: Context): void;
}

/** Over https only there, and then bound to this host by its name; gone with the browser. */
export function createSessionCookie(https: boolean): SessionCookie {
  const name = `${https ? "__Host-" : ""}tianyan_session`;
  const options = { path: "/", httpOnly: true, sameSite: "Strict", secure: https } as const;
  return {
    read: (context) => getCookie(context, name) ?? null,
    write: (context, token) => setCookie(context, name, token, options),
    clear: (context) => {
      deleteCookie(context, name, options);
    },
  };
}
