import type { CaseDetail, FindingsPage, Post } from "@tianyan/api";
import { cookieOf } from "./sessions";

/** Asks the product in somebody's post; throws where it refuses. */
async function ask<T>(url: string, as: Post, method: string, path: string, given?: object | string): Promise<T> {
  const type = typeof given === "string" ? "application/octet-stream" : "application/json";
  const answer = await fetch(`${url}${path}`, {
    method,
    headers: { cookie: cookieOf(url, as), origin: url, ...(given === undefined ? {} : { "content-type": type }) },
    ...(given === undefined ? {} : { body: typeof given === "string" ? given : JSON.stringify(given) }),
  });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as T;
}

/** A case under way, as a liaison officer has one after a week: checked, two measures asked, one reported on. Answers its id. */
export async function openDemoCase(url: string): Promise<string> {
  const { items } = await ask<FindingsPage>(url, "liaison", "GET", "/api/findings?limit=3&fold=order");
  const { actor } = await ask<{ readonly actor: { readonly scope: { readonly units: readonly string[] } } }>(
    url,
    "unit_contact",
    "GET",
    "/api/meta",
  );
  const [unit = ""] = actor.scope.units;
  const findings = items.map(({ source, order_id, key }) => ({ source, order_id, key }));
  const opened = { title: "窗口推诿、久拖不决", note: "市民多次反映办事窗口互相推诿。", findings, units: [unit] };
  let held = await ask<CaseDetail>(url, "liaison", "POST", "/api/cases", opened);
  const then = async (rest: string, given: object) => {
    const change = { version: held.version, ...given };
    held = await ask<CaseDetail>(url, "liaison", "POST", `/api/cases/${held.id}${rest}`, change);
  };
  await then("/actions", { action: "accept_check" });
  await then("/checks", {
    kind: "unannounced_visit",
    date: "2026-01-12",
    place: "政务服务大厅 12 号窗口",
    result: "上午十点空岗四十分钟，群众排队，无人引导。",
  });
  await then("/actions", { action: "to_supervise" });
  await then("/papers", { number: "督办单〔2026〕3号", unit, sent_on: "2026-01-13", answer_by: "2026-01-20" });
  const asked = { unit, problem: "首接责任不落实，工单在两个单位之间往返五次。" };
  await then("/measures", {
    ...asked,
    measure: "制定首接责任清单并公示，退单须经分管领导签字。",
    due: { working_days: 10 },
  });
  await then("/measures", {
    unit,
    problem: "窗口空岗。",
    measure: "落实 AB 岗，公布值班表。",
    due: { working_days: 5 },
  });
  await then("/actions", { action: "to_rectify" });
  const [measure] = held.measures;
  if (!measure) throw new Error("no measure was asked for");
  const path = `/api/measures/${measure.id}`;
  const file = encodeURIComponent("AB岗值班表.txt");
  await ask(url, "unit_contact", "POST", `${path}/attachments?name=${file}`, "AB 岗值班表");
  const report = { version: measure.version, evidence: "已落实 AB 岗，值班表已在大厅公布。" };
  await ask(url, "unit_contact", "POST", `${path}/reports`, report);
  return held.id;
}
