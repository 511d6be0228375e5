import { DEFAULT_PARAMETERS, parseParameters } from "@tianyan/core";
import { expect, test } from "vitest";
import { ParametersDocumentSchema, parametersDocument } from "../src/index";

test("the default parameters read back from their document to the same", () => {
  const document = parametersDocument(DEFAULT_PARAMETERS);
  expect(ParametersDocumentSchema.parse(document)).toEqual(document);
  expect(parseParameters(JSON.parse(JSON.stringify(document)))).toEqual({ ok: true, parameters: DEFAULT_PARAMETERS });
});

test("what a document changes or takes out survives writing and reading", () => {
  const changed = parseParameters({
    rules: {
      "ping-pong": { enabled: false, red: null },
      circulation: { hops: { yellow: 2 } },
      "late-return": { within: "2wd" },
    },
    sla: { consult: null, special: "3d", pause_when_suspended: true },
    office_hours: ["09:00-17:00"],
    zone: "Europe/Stockholm",
    calendar: "weekdays",
    centres: ["市热线", "区热线"],
  });
  if (!changed.ok) throw new Error(JSON.stringify(changed.problems));
  expect(parseParameters(parametersDocument(changed.parameters))).toEqual(changed);
});
