import { connect, createServer, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

/** A statement, or a piece of COPY, on its way to PostgreSQL. */
export interface Step {
  /** Process of the backend that it goes to. */
  readonly backend: number;
  /** Who signed in there. */
  readonly user: string;
  /** SQL in one line; of COPY `copy data` and `copy end`. */
  readonly text: string;
}

/**
 * It passes; it never arrives, nor does anything after it on its connection; or it is done, the function is called, and nobody gets the
 * answer.
 */
export type Fate = "passes" | "is lost" | (() => void);

/** A way to PostgreSQL on which every statement is seen before it arrives. */
export interface Wire {
  /** The same database by way of the wire. */
  url(of: string): string;
  /** Told of each step before it goes on, and says what becomes of it. */
  onStep: (step: Step) => Fate;
  /** Answers when nothing was sent for so long. */
  silence(ms: number): Promise<void>;
  /** Cuts every connection without a word. */
  cut(): void;
  close(): Promise<void>;
}

const STARTUP = 0;
const text = (bytes: Buffer, from: number): string => bytes.toString("utf8", from, bytes.indexOf(0, from));
/** Of the message that opens a connection: names and values by turns, after its length and version. */
const userOf = (startup: Buffer): string => {
  const words = startup.toString("utf8", 8).split("\0");
  return words[words.indexOf("user") + 1] ?? "";
};
const oneLine = (sql: string): string => sql.trim().replaceAll(/\s+/g, " ");

/** Splits what a client sends into messages; the first has no type. */
function createSplitter() {
  let rest: Buffer = Buffer.alloc(0);
  let started = false;
  return (chunk: Buffer): { readonly type: number; readonly bytes: Buffer }[] => {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    const messages = [];
    for (;;) {
      const head = started ? 1 : 0;
      if (rest.length < head + 4) return messages;
      const size = head + rest.readUInt32BE(head);
      if (rest.length < size) return messages;
      messages.push({ type: started ? (rest[0] ?? STARTUP) : STARTUP, bytes: rest.subarray(0, size) });
      started = true;
      rest = rest.subarray(size);
    }
  };
}

/** What a message has PostgreSQL do; null: nothing by itself. */
function createReader() {
  const prepared = new Map<string, string>();
  return (type: number, bytes: Buffer): string | null => {
    switch (String.fromCharCode(type)) {
      case "Q":
        return oneLine(text(bytes, 5));
      case "P": {
        const name = text(bytes, 5);
        prepared.set(name, oneLine(text(bytes, 6 + Buffer.byteLength(name))));
        return null;
      }
      case "B":
        return prepared.get(text(bytes, 6 + Buffer.byteLength(text(bytes, 5)))) ?? "";
      case "d":
        return "copy data";
      case "c":
        return "copy end";
      default:
        return null;
    }
  };
}

/** Process id of the backend, once it told it. */
function createBackendId() {
  const split = createSplitter();
  split(Buffer.from([0, 0, 0, 4]));
  let found: number | null = null;
  return {
    see(chunk: Buffer): void {
      if (found !== null) return;
      for (const { type, bytes } of split(chunk)) if (type === 0x4b) found = bytes.readUInt32BE(5);
    },
    get: (): number => found ?? 0,
  };
}

/** Opens a wire to whatever listens on `port()` when a connection is made. */
export async function openWire(port: () => number): Promise<Wire> {
  const open = new Set<Socket>();
  let sentAt = performance.now();
  const server = createServer((client) => {
    const backend = connect(port(), "127.0.0.1");
    const id = createBackendId();
    const [split, read] = [createSplitter(), createReader()];
    let held = false;
    let user = "";
    let onAnswer: (() => void) | null = null;
    let answered = false;
    for (const [one, other] of [
      [client, backend],
      [backend, client],
    ] as const) {
      open.add(one);
      one.setNoDelay(true);
      one.on("error", () => undefined);
      one.on("close", () => {
        open.delete(one);
        other.destroy();
      });
      one.on("drain", () => other.resume());
    }
    const send = (from: Socket, to: Socket, bytes: Buffer): void => {
      if (!to.destroyed && !to.write(bytes)) from.pause();
    };
    client.on("data", (chunk) => {
      sentAt = performance.now();
      for (const { type, bytes } of split(chunk)) {
        if (held) return;
        const text = read(type, bytes);
        if (type === STARTUP) user = userOf(bytes);
        const fate = text === null ? "passes" : wire.onStep({ backend: id.get(), user, text });
        held = fate === "is lost";
        if (typeof fate === "function") onAnswer = fate;
        if (!held) send(client, backend, bytes);
      }
    });
    backend.on("data", (chunk) => {
      id.see(chunk);
      if (!onAnswer) send(backend, client, chunk);
      else if (!answered) {
        answered = true;
        onAnswer();
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const own = typeof address === "object" && address ? address.port : 0;
  const wire: Wire = {
    url(of) {
      const url = new URL(of);
      url.host = `127.0.0.1:${own}`;
      return url.href;
    },
    onStep: () => "passes",
    async silence(ms) {
      while (performance.now() - sentAt < ms) await sleep(ms / 4);
    },
    cut() {
      for (const socket of open) socket.destroy();
    },
    close() {
      wire.cut();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
  return wire;
}
