import { createServer, type Server } from "node:http";
import { getRequestListener } from "@hono/node-server";

type Answer = Parameters<typeof getRequestListener>[0];

const HEADERS_MS = 20_000;
/** Node cuts a request after five minutes; 2 GB by a slow line come in half an hour. */
const REQUEST_MS = 3_600_000;

/** A server that gives a request as long as an honest one takes, and no longer. */
export const createListener = (answer: Answer): Server =>
  createServer({ headersTimeout: HEADERS_MS, requestTimeout: REQUEST_MS }, getRequestListener(answer));
