import { createServer, type Server } from "node:http";
import { getRequestListener } from "@hono/node-server";

/** A server that gives a request as long as it takes: Node cuts it after five minutes, and 2 GB by a slow line come in half an hour. */
export function createListener(answer: (request: Request) => Response | Promise<Response>): Server {
  const server = createServer(getRequestListener(answer));
  server.requestTimeout = 0;
  return server;
}
