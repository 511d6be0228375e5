// Before all modules: zod makes no code from text, and does not try out whether it may, which the page's policy would count as an attempt.
globalThis.__zod_globalConfig = { jitless: true };
