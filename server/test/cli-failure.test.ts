import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import { EXIT } from "../src/cli/command";
import { reportFailure } from "../src/cli/failure";

const brokenPipe = (): Error => Object.assign(new Error("write EPIPE"), { code: "EPIPE" });

function ioOfTest() {
  const stderr = new PassThrough({ encoding: "utf8" });
  const io = { stdout: new PassThrough(), stderr, language: "en", signal: new AbortController().signal } as const;
  return { io, said: () => String(stderr.read() ?? "") };
}

test("a reader that went away is no failure", () => {
  const { io, said } = ioOfTest();
  expect(reportFailure(brokenPipe(), io, true)).toBe(EXIT.done);
  expect(said()).toBe("");
});

test("a database whose connection broke is a failure, in words that say what to do", () => {
  for (const code of ["EPIPE", "ECONNRESET", "CONNECTION_CLOSED", "57P01"]) {
    const { io, said } = ioOfTest();
    expect(reportFailure(Object.assign(new Error(code), { code }), io), code).toBe(EXIT.failed);
    expect(said()).toContain("Run the same command again");
  }
});
