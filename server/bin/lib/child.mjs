import { spawn } from "node:child_process";
import { constants } from "node:os";
import { ROOT } from "./paths.mjs";

const live = new Set();
let lastSignalAt = Number.NEGATIVE_INFINITY;
let stoppedBy = null;

// Ctrl-C reaches us from the terminal and again from npm: only one a second is passed on.
function passOn(signal) {
  stoppedBy = signal;
  if (performance.now() - lastSignalAt < 1000) return;
  lastSignalAt = performance.now();
  for (const child of live) child.kill(signal);
  if (live.size === 0) process.exit(128 + constants.signals[signal]);
}
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => passOn(signal));

// npm passes SIGTERM to its shell alone, and the shell ends without a word to us: that our parent is gone is the word.
if (process.env.npm_lifecycle_event !== undefined) {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    passOn("SIGTERM");
  }, 250).unref();
}

/**
 * Runs a program to its end. `output` "inherit" shows what it prints; "capture" returns it, each chunk given to `onText`.
 * `ownGroup` keeps the terminal's Ctrl-C away from it, so that it gets the signal from us, once.
 * @returns {Promise<{code: number, text: string}>}
 */
export function run(program, args, options = {}) {
  const { output = "inherit", cwd = ROOT, env = {}, onText = () => {}, ownGroup = false, shell = false } = options;
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: output === "inherit" ? "inherit" : ["ignore", "pipe", "pipe"],
      detached: ownGroup && process.platform !== "win32",
      shell,
    });
    live.add(child);
    let text = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding("utf8").on("data", (chunk) => {
        text += chunk;
        onText(chunk);
      });
    }
    child.on("error", (error) => {
      live.delete(child);
      reject(error);
    });
    child.on("close", (code, signal) => {
      live.delete(child);
      if (stoppedBy !== null && output === "capture") process.exit(128 + constants.signals[stoppedBy]);
      resolve({ code: code ?? 128 + constants.signals[signal], text });
    });
  });
}

/** Runs a script by this very Node. */
export const runNode = (args, options) => run(process.execPath, args, options);
