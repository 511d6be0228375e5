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

/** Runs the stages one after the other; then what failed by name, and the sum over all, `N passed, N failed`. */
export async function test(extent) {
  let passed = 0;
  let failed = 0;
  const words = [];
  await explainFailures(async () => {
    await install();
    // Only now: the stages need what was just installed.
    const { STAGES } = await import("./stages.mjs");
    for (const stage of STAGES) {
      if (extent === "verify" && stage.needs === "database") continue;
      const counts = await runStage(stage);
      passed += counts.passed;
      failed += counts.failed;
      words.push(...(counts.unsteady ?? []).map((one) => `passed only alone: ${one.test}: ${one.why}`));
      words.push(...(counts.failures ?? []).map((one) => `failed: ${one.test}: ${one.why}`));
      if (counts.failed > 0 && counts.failures === undefined) words.push(`failed: ${stage.name}`);
    }
  });
  if (process.exitCode !== undefined) failed += 1;
  if (failed > 0 || passed === 0) process.exitCode ??= 1;
  for (const one of words) process.stdout.write(`${one}\n`);
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
}
