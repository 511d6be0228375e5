import { once } from "node:events";
import { request } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { createListener } from "../src/start/listener";

test("an upload by a slow line is not cut within an hour", async () => {
  const server = createListener(async (given) => new Response(String((await given.arrayBuffer()).byteLength)));
  expect(server.requestTimeout).toBeGreaterThanOrEqual(3_600_000);
  expect(server.headersTimeout, "headers that never end are still cut").toBeGreaterThan(0);
  server.listen(0, "127.0.0.1");
  onTestFinished(() => void server.close());
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  const upload = request({ port, host: "127.0.0.1", method: "POST", headers: { "content-length": 3 } });
  const answered = once(upload, "response");
  for (const piece of ["a", "b", "c"]) {
    upload.write(piece);
    await wait(50);
  }
  upload.end();
  const [response] = await answered;
  expect(String((await response.toArray())[0])).toBe("3");
});
