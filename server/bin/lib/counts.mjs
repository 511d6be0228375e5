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

const own = (file, root) => (file.startsWith(`${root}/`) ? file.slice(root.length + 1) : file);
const firstLine = (text) => (text ?? "").split("\n", 1)[0];

/** Every failed test of a vitest report, and every file that did not load, each with its first line of why. */
export function failuresOf(report, root) {
  return (report?.testResults ?? [])
    .filter((file) => file.status === "failed")
    .flatMap((file) => {
      const failed = file.assertionResults.filter((one) => one.status === "failed");
      if (failed.length === 0) return [{ test: own(file.name, root), why: firstLine(file.message) }];
      return failed.map((one) => ({
        test: `${own(file.name, root)} > ${one.fullName}`,
        why: firstLine(one.failureMessages?.[0]),
      }));
    });
}

/** The files of a vitest report in which something failed. */
export const failedFiles = (report) =>
  (report?.testResults ?? []).filter((file) => file.status === "failed").map((file) => file.name);

/** What a run comes to when its failed files were run again alone: the second word about each of their tests counts. */
export function countAgain(report, again, code) {
  const passedBeside = report.testResults
    .filter((file) => file.status !== "failed")
    .flatMap((file) => file.assertionResults)
    .filter((one) => one.status === "passed").length;
  const { passed, failed } = countReport(again, code);
  return { passed: passedBeside + passed, failed };
}
