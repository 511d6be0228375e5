import { ApiError } from "@tianyan/api";
import { createMiddleware } from "hono/factory";
import type { RequestContext } from "./hono";

const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);

const originOf = (url: string): string | null => {
  try {
    return new URL(url).origin;
  } catch {
    return null;
  }
};

/**
 * Another site must not act in the name of who is signed in here. Browsers say where a request comes from; what says nothing is no browser.
 * A key is sent on purpose and is asked nothing.
 */
export const sameSite = (publicUrl: string | null) =>
  createMiddleware<RequestContext>(async (context, next) => {
    const { method } = context.req;
    if (
      !SAFE.has(method) &&
      !context.req.header("authorization") &&
      !ownSite(context.req.header.bind(context.req), publicUrl)
    )
      throw new ApiError("request.cross_site");
    await next();
  });

function ownSite(header: (name: string) => string | undefined, publicUrl: string | null): boolean {
  const site = header("sec-fetch-site");
  if (site !== undefined) return site === "same-origin";
  const origin = header("origin");
  if (origin === undefined) return true;
  if (publicUrl !== null && origin === originOf(publicUrl)) return true;
  const host = header("host");
  return host !== undefined && [`http://${host}`, `https://${host}`].some((own) => originOf(own) === origin);
}
