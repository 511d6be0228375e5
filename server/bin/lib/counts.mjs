/** What a stage found: a check counts as one, a test stage as its tests. */
export const checked = (ok) => ({ passed: ok ? 1 : 0, failed: ok ? 0 : 1 });

/**
 * Counts a vitest report (its JSON reporter; null where none was written) and the exit code of its run.
 * A file that does not load is one failure; so is a run that fails without a failed test, or has no test at all.
 */
export function countReport(report, code) {
  if (report === null) return checked(false);
  const { testResults, numPassedTests: passed, numFailedTests } = report;
  const broken = testResults.filter(
    (file) => file.status === "failed" && !file.assertionResults.some((one) => one.status === "failed"),
  );
  const failed = numFailedTests + broken.length;
  return { passed, failed: failed === 0 && (code !== 0 || passed === 0) ? 1 : failed };
}
