import { install } from "./install.mjs";
import { explainFailures, seconds } from "./say.mjs";

/** A stage that cannot run has failed. */
async function countsOf(stage) {
  try {
    return await stage.run();
  } catch (error) {
    process.stderr.write(`${error.stack}\n`);
    return { passed: 0, failed: 1 };
  }
}

async function runStage(stage) {
  const since = performance.now();
  process.stdout.write(`== ${stage.name}\n`);
  const counts = await countsOf(stage);
  process.stdout.write(`-- ${stage.name}: ${counts.passed} passed, ${counts.failed} failed, ${seconds(since)} s\n`);
  return counts;
}

/** Runs the stages one after the other; the last line is the sum over all of them, `N passed, N failed`. */
export async function test(extent) {
  let passed = 0;
  let failed = 0;
  await explainFailures(async () => {
    await install();
    // Only now: the stages need what was just installed.
    const { STAGES } = await import("./stages.mjs");
    for (const stage of STAGES) {
      if (extent === "verify" && stage.needs === "database") continue;
      const counts = await runStage(stage);
      passed += counts.passed;
      failed += counts.failed;
    }
  });
  if (process.exitCode !== undefined) failed += 1;
  if (failed > 0 || passed === 0) process.exitCode ??= 1;
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
}
