import pino, { type DestinationStream, type Logger } from "pino";
import { redactText } from "./redact";

export const LOG_LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];
export type Log = Logger;

/** Names of fields whose values never get into a log, at any depth that we write. */
const SECRET_FIELDS = [
  "cookie",
  "authorization",
  "password",
  "token",
  "secret",
  "code",
  "phone",
  "id_number",
  "address_text",
];
const PATHS = SECRET_FIELDS.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]);

/** JSON lines. What is written is chosen field by field; texts are gone over once more. */
export function createLog(
  level: LogLevel,
  destination: DestinationStream = pino.destination({ fd: 2, sync: true }),
): Log {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: { paths: PATHS, censor: "[…]" },
      serializers: { failure: (text: unknown) => redactText(String(text)) },
      hooks: {
        logMethod(args, method) {
          const gone = args.map((arg) => (typeof arg === "string" ? redactText(arg) : arg));
          method.apply(this, gone as Parameters<typeof method>);
        },
      },
    },
    destination,
  );
}

export const SILENT: Log = pino({ level: "silent" });
