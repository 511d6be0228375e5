/** True where this Node can run the project: 20.19 or later of 20, 22.12 or later of 22, 24 and above. */
export function supported(version) {
  const [major, minor] = version.split(".").map(Number);
  if (major === 20) return minor >= 19;
  if (major === 22) return minor >= 12;
  return major >= 24;
}

/** Says in one line what is missing, and sets the exit code. */
export function checkNode(version = process.versions.node) {
  if (supported(version)) return true;
  process.stderr.write(
    `当前 Node 版本为 ${version}，请安装 Node 24（或 22.12、20.19 及以上）后重试。` +
      ` / This is Node ${version}: please install Node 24 (or 22.12+, 20.19+) and try again.\n`,
  );
  process.exitCode = 2;
  return false;
}
