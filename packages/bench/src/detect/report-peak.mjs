// Loaded before the command that is measured: says, when it ends, how much memory it had at most.
process.on("exit", () => process.stderr.write(`peak-rss-kb ${process.resourceUsage().maxRSS}\n`));
