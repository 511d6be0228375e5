import type { MiddlewareHandler } from "hono";
import { NONCE, secureHeaders } from "hono/secure-headers";
import type { RequestContext } from "./hono";

const YEAR_S = 31_536_000;
const NOTHING: string[] = [];

/**
 * Everything comes from our own origin. Nothing inline runs; a style element needs the nonce of its page, and what scripts set as styles of
 * elements goes past no parser.
 */
export const securityHeaders = ({ https }: { readonly https: boolean }): MiddlewareHandler<RequestContext> =>
  secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'", NONCE],
      imgSrc: ["'self'", "data:"],
      fontSrc: ["'self'"],
      connectSrc: ["'self'"],
      manifestSrc: ["'self'"],
      workerSrc: ["'self'"],
      objectSrc: ["'none'"],
      frameSrc: ["'none'"],
      frameAncestors: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      ...(https ? { upgradeInsecureRequests: [] } : {}),
    },
    strictTransportSecurity: https ? `max-age=${YEAR_S}; includeSubDomains` : false,
    xFrameOptions: "DENY",
    referrerPolicy: "same-origin",
    permissionsPolicy: { camera: NOTHING, microphone: NOTHING, geolocation: NOTHING, payment: NOTHING, usb: NOTHING },
  });
