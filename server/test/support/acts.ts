import { DEFAULT_POLICY, type PERMISSION_OF_ROUTE } from "@tianyan/api";
import { type Act, csv, json, mark, type Stage, told } from "./acting";
import { codeAt } from "./browser";
import { CASE_ACTS } from "./case-acts";
import { fileOf, NOW } from "./county";
import { FOLLOW_ACTS } from "./follow-acts";
import { PAPER_ACTS } from "./paper-acts";
import type { Asking } from "./person";
import { TRIAGE_ACTS } from "./triage-acts";

export type { Stage } from "./acting";

type Operation = keyof typeof PERMISSION_OF_ROUTE;
/** Operations that change something, or look at what is of persons. */
export type Acting = Exclude<Operation, `GET ${string}`>;

const PASSWORD = "Xunshi-2026-kan";

async function invited(stage: Stage): Promise<{ readonly id: string; readonly token: string; readonly asks: Asking }> {
  const { asks } = await stage.as("security_admin");
  const given = { login: `u${mark()}`, name: "赵六", appointments: [{ post: "leader" }] };
  const { account, link } = await told<{ account: { id: string }; link: { path: string } }>(
    asks,
    "/api/accounts",
    json("POST", given),
  );
  return { id: account.id, token: link.path.split("#")[1] ?? "", asks };
}

async function signedIn(stage: Stage, login: string): Promise<Asking> {
  const response = await stage.nobody.request("/api/session", json("POST", { login, password: PASSWORD }));
  const cookie = response.headers.getSetCookie()[0]?.split(";")[0] ?? "";
  return stage.asks({ headers: { cookie } });
}

async function uploaded(asks: Asking): Promise<string> {
  const body = `order_id,at,kind,unit,to_unit\nO${mark()},2026-11-02 09:00:00,accepted,,\n`;
  const init = { method: "POST", body, headers: { "content-type": "application/octet-stream" } };
  return (await told<{ id: string }>(asks, "/api/uploads?name=events.csv", init)).id;
}

/** An import of the history, done. */
async function imported(stage: Stage, asks: Asking): Promise<string> {
  const { id } = await told<{ id: string }>(asks, "/api/imports", json("POST", { uploads: [await uploaded(asks)] }));
  await stage.settled();
  return id;
}

async function unit(stage: Stage, asks: Asking): Promise<string> {
  const code = `U${mark()}`;
  await told(asks, "/api/registry/units", json("POST", { code, name: `单位${code}` }));
  await stage.settled();
  return code;
}

async function withAccount(stage: Stage, path: string, init: RequestInit): Promise<Act> {
  const { id, asks } = await invited(stage);
  return { asks, path: `/api/accounts/${id}${path}`, init };
}

/** One for each operation: how it is made to succeed. */
export const ACTS: Readonly<Record<Acting, (stage: Stage) => Promise<Act>>> = {
  async "POST /api/session"(stage) {
    const { login } = await stage.as("leader", { password: PASSWORD });
    return { asks: stage.nobody, path: "/api/session", init: json("POST", { login, password: PASSWORD }) };
  },
  async "POST /api/session/link"(stage) {
    const { token } = await invited(stage);
    return { asks: stage.nobody, path: "/api/session/link", init: json("POST", { token }) };
  },
  async "POST /api/session/factor"(stage) {
    const { login, secret } = await stage.as("inspector", { password: PASSWORD });
    const init = json("POST", { code: codeAt(secret ?? "", NOW) });
    return { asks: await signedIn(stage, login), path: "/api/session/factor", init };
  },
  async "DELETE /api/session"(stage) {
    return { asks: (await stage.as("leader")).asks, path: "/api/session", init: json("DELETE") };
  },
  async "POST /api/session/appointment"(stage) {
    const { account, asks } = await stage.as("leader");
    const security = await stage.as("security_admin");
    const { appointments } = await told<{ appointments: { id: string; post: string }[] }>(
      security.asks,
      `/api/accounts/${account}/appointments`,
      json("POST", { post: "rule_keeper" }),
    );
    const appointment = appointments.find(({ post }) => post === "rule_keeper")?.id;
    return { asks, path: "/api/session/appointment", init: json("POST", { appointment }) };
  },
  async "DELETE /api/session/mine/{id}"(stage) {
    const { login, session, asks: _first } = await stage.as("leader", { password: PASSWORD });
    return { asks: await signedIn(stage, login), path: `/api/session/mine/${session}`, init: json("DELETE") };
  },
  async "POST /api/account/password"(stage) {
    const { asks } = await stage.as("leader", { password: PASSWORD });
    const init = json("POST", { current: PASSWORD, password: "Xunshi-2027-kan" });
    return { asks, path: "/api/account/password", init };
  },
  async "POST /api/account/factor"(stage) {
    return { asks: (await stage.as("leader")).asks, path: "/api/account/factor", init: json("POST") };
  },
  async "POST /api/account/factor/confirm"(stage) {
    const { asks } = await stage.as("leader");
    const { secret } = await told<{ secret: string }>(asks, "/api/account/factor", json("POST"));
    return { asks, path: "/api/account/factor/confirm", init: json("POST", { code: codeAt(secret, NOW) }) };
  },

  async "POST /api/accounts"(stage) {
    const given = { login: `u${mark()}`, name: "赵六", appointments: [{ post: "leader" }] };
    return { asks: (await stage.as("security_admin")).asks, path: "/api/accounts", init: json("POST", given) };
  },
  "PUT /api/accounts/{id}": (stage) => withAccount(stage, "", json("PUT", { name: "钱七", unit: null })),
  "POST /api/accounts/{id}/appointments": (stage) =>
    withAccount(stage, "/appointments", json("POST", { post: "rule_keeper" })),
  async "PUT /api/accounts/{id}/appointments/{appointment}"(stage) {
    const { account, appointment } = await stage.as("leader");
    const { asks } = await stage.as("security_admin");
    const init = json("PUT", { scope: { districts: ["赤城街道"] } });
    return { asks, path: `/api/accounts/${account}/appointments/${appointment}`, init };
  },
  async "DELETE /api/accounts/{id}/appointments/{appointment}"(stage) {
    const { account, appointment } = await stage.as("leader");
    const { asks } = await stage.as("security_admin");
    return { asks, path: `/api/accounts/${account}/appointments/${appointment}`, init: json("DELETE") };
  },
  "POST /api/accounts/{id}/disable": (stage) => withAccount(stage, "/disable", json("POST")),
  async "POST /api/accounts/{id}/enable"(stage) {
    const act = await withAccount(stage, "/enable", json("POST"));
    await told(act.asks, act.path.replace("/enable", "/disable"), json("POST"));
    return act;
  },
  "POST /api/accounts/{id}/link": (stage) => withAccount(stage, "/link", json("POST")),
  async "POST /api/accounts/{id}/factor-reset"(stage) {
    const { account } = await stage.as("inspector");
    const { asks } = await stage.as("security_admin");
    return { asks, path: `/api/accounts/${account}/factor-reset`, init: json("POST") };
  },
  async "DELETE /api/accounts/{id}/sessions/{session}"(stage) {
    const { account, session } = await stage.as("leader");
    const { asks } = await stage.as("security_admin");
    return { asks, path: `/api/accounts/${account}/sessions/${session}`, init: json("DELETE") };
  },
  "PUT /api/accounts/{id}/single-sign-on": (stage) =>
    withAccount(stage, "/single-sign-on", json("PUT", { subject: mark() })),
  async "DELETE /api/accounts/{id}/single-sign-on"(stage) {
    const act = await withAccount(stage, "/single-sign-on", json("DELETE"));
    await told(act.asks, act.path, json("PUT", { subject: mark() }));
    return act;
  },
  async "DELETE /api/sessions/{id}"(stage) {
    const { session } = await stage.as("leader");
    return { asks: (await stage.as("security_admin")).asks, path: `/api/sessions/${session}`, init: json("DELETE") };
  },
  async "PUT /api/policy"(stage) {
    const init = json("PUT", { ...DEFAULT_POLICY, idle_minutes: 20 });
    return { asks: (await stage.as("security_admin")).asks, path: "/api/policy", init };
  },

  async "POST /api/orders/{source}/{order_id}/unmask"(stage) {
    const id = await caller(stage);
    const init = json("POST", { fields: ["phone"], reason: "回访核实办理情况" });
    return { asks: (await stage.as("inspector")).asks, path: `/api/orders/12345/${id}/unmask`, init };
  },
  async "POST /api/orders/search-by-caller"(stage) {
    await caller(stage);
    const init = json("POST", { phone: "13812345678" });
    return { asks: (await stage.as("inspector")).asks, path: "/api/orders/search-by-caller", init };
  },

  ...TRIAGE_ACTS,
  ...CASE_ACTS,
  ...FOLLOW_ACTS,
  ...PAPER_ACTS,

  async "POST /api/uploads"(stage) {
    const init = { method: "POST", body: "order_id\nA\n", headers: { "content-type": "application/octet-stream" } };
    return { asks: (await stage.as("data_steward")).asks, path: "/api/uploads?name=orders.csv", init };
  },
  async "POST /api/imports/recognise"(stage) {
    const { asks } = await stage.as("data_steward");
    const init = json("POST", { uploads: [await uploaded(asks)] });
    return { asks, path: "/api/imports/recognise", init };
  },
  async "POST /api/imports"(stage) {
    const { asks } = await stage.as("data_steward");
    return { asks, path: "/api/imports", init: json("POST", { uploads: [await uploaded(asks)] }) };
  },
  async "POST /api/imports/{id}/cancel"(stage) {
    const { asks } = await stage.as("data_steward");
    const uploads = [await uploaded(asks)];
    const release = stage.hold();
    const { id } = await told<{ id: string }>(asks, "/api/imports", json("POST", { uploads }));
    return { asks, path: `/api/imports/${id}/cancel`, init: json("POST"), after: release };
  },
  async "POST /api/imports/{id}/undo"(stage) {
    const { asks } = await stage.as("data_steward");
    return { asks, path: `/api/imports/${await imported(stage, asks)}/undo`, init: json("POST") };
  },
  async "POST /api/ingest"(stage) {
    const headers = { "idempotency-key": mark(), "content-type": "application/x-ndjson" };
    const body = `${JSON.stringify({ order_id: `M${mark()}`, at: "2026-11-02T09:00:00Z", kind: "accepted" })}\n`;
    return { asks: stage.machine, path: "/api/ingest", init: { method: "POST", body, headers } };
  },

  async "POST /api/keys"(stage) {
    return { asks: (await stage.as("data_steward")).asks, path: "/api/keys", init: json("POST", { name: "热线平台" }) };
  },
  async "DELETE /api/keys/{id}"(stage) {
    const { asks } = await stage.as("data_steward");
    const { key } = await told<{ key: { id: string } }>(asks, "/api/keys", json("POST", { name: "热线平台" }));
    return { asks, path: `/api/keys/${key.id}`, init: json("DELETE") };
  },

  async "PUT /api/profiles/{source}"(stage) {
    const { asks } = await stage.as("data_steward");
    return { asks, path: `/api/profiles/s${mark()}`, init: json("PUT", { document: { name: "热线" } }) };
  },
  async "DELETE /api/profiles/{source}"(stage) {
    const { asks } = await stage.as("data_steward");
    const path = `/api/profiles/s${mark()}`;
    await told(asks, path, json("PUT", { document: { name: "热线" } }));
    return { asks, path, init: json("DELETE") };
  },

  async "POST /api/registry/units.csv"(stage) {
    const { asks } = await stage.as("data_steward");
    return { asks, path: "/api/registry/units.csv", init: csv(`code,name\nT${mark()},表内单位\n`) };
  },
  async "POST /api/registry/units"(stage) {
    const { asks } = await stage.as("data_steward");
    return { asks, path: "/api/registry/units", init: json("POST", { code: `N${mark()}`, name: `新${mark()}` }) };
  },
  async "PUT /api/registry/units/{code}"(stage) {
    const { asks } = await stage.as("data_steward");
    const code = await unit(stage, asks);
    return { asks, path: `/api/registry/units/${code}`, init: json("PUT", { name: `改${code}` }) };
  },
  async "DELETE /api/registry/units/{code}"(stage) {
    const { asks } = await stage.as("data_steward");
    return { asks, path: `/api/registry/units/${await unit(stage, asks)}`, init: json("DELETE") };
  },
  async "POST /api/registry/units/{code}/confirm"(stage) {
    const { asks } = await stage.as("data_steward");
    const word = `临时单位${mark()}`;
    const lines = ["order_id,at,kind,unit,to_unit", `C${mark()},2026-11-02 09:00:00,dispatched,,${word}`];
    await stage.county.load([await fileOf("events.csv", lines)]);
    const path = `/api/registry/units/${encodeURIComponent(word)}/confirm`;
    return { asks, path, init: json("POST", { as: "unit", name: word }) };
  },
  async "PUT /api/registry/units/{code}/merger"(stage) {
    const { asks } = await stage.as("data_steward");
    const [from, into] = [await unit(stage, asks), await unit(stage, asks)];
    return { asks, path: `/api/registry/units/${from}/merger`, init: json("PUT", { into, from: "2026-01-01" }) };
  },
  async "DELETE /api/registry/units/{code}/merger"(stage) {
    const { asks } = await stage.as("data_steward");
    const [from, into] = [await unit(stage, asks), await unit(stage, asks)];
    const path = `/api/registry/units/${from}/merger`;
    await told(asks, path, json("PUT", { into, from: "2026-01-01" }));
    await stage.settled();
    return { asks, path, init: json("DELETE") };
  },
  async "POST /api/registry/competence.csv"(stage) {
    const { asks } = await stage.as("data_steward");
    return { asks, path: "/api/registry/competence.csv", init: csv(`category,unit\n类${mark()},甲局\n`) };
  },
  async "POST /api/registry/competence"(stage) {
    const { asks } = await stage.as("data_steward");
    const init = json("POST", { rows: [{ category: `类${mark()}`, unit: "甲局" }] });
    return { asks, path: "/api/registry/competence", init };
  },
  async "POST /api/registry/competence/remove"(stage) {
    const { asks } = await stage.as("data_steward");
    const init = json("POST", { rows: [{ category: `类${mark()}`, unit: "甲局" }] });
    await told(asks, "/api/registry/competence", init);
    await stage.settled();
    return { asks, path: "/api/registry/competence/remove", init };
  },
  async "POST /api/registry/holidays.csv"(stage) {
    const { asks } = await stage.as("data_steward");
    return { asks, path: "/api/registry/holidays.csv", init: csv("date,works,note\n2026-10-10,true,\n") };
  },
  async "PUT /api/registry/holidays/{date}"(stage) {
    const { asks } = await stage.as("data_steward");
    return { asks, path: "/api/registry/holidays/2026-10-11", init: json("PUT", { works: true }) };
  },
  async "DELETE /api/registry/holidays/{date}"(stage) {
    const { asks } = await stage.as("data_steward");
    const path = "/api/registry/holidays/2026-10-12";
    await told(asks, path, json("PUT", { works: true }));
    await stage.settled();
    return { asks, path, init: json("DELETE") };
  },
  async "POST /api/changes/{id}/cancel"(stage) {
    const { asks } = await stage.as("data_steward");
    const release = stage.hold();
    const given = json("POST", { code: `W${mark()}`, name: `等${mark()}` });
    const { id } = await told<{ id: string }>(asks, "/api/registry/units", given);
    const path = `/api/changes/${id}/cancel`;
    return { asks, path, init: json("POST"), meanwhile: () => setTimeout(release, 300), after: release };
  },

  async "POST /api/audit/verify"(stage) {
    return { asks: (await stage.as("auditor")).asks, path: "/api/audit/verify", init: json("POST") };
  },
};

async function caller(stage: Stage): Promise<string> {
  const id = `P${mark()}`;
  const orders = await fileOf("orders.csv", ["工单编号,标题,联系电话", `${id},路灯不亮,13812345678`]);
  await stage.county.load([orders]);
  return id;
}
