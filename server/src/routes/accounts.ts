import * as definitions from "@tianyan/api/routes";
import type { AddRoutes } from "../http/hono";
import { inviteAccount } from "../services/accounts/add";
import { appoint, changeAppointmentOf, endAppointmentOf } from "../services/accounts/appoint";
import { disable, enable } from "../services/accounts/disable";
import { changeFields } from "../services/accounts/fields";
import { renewLink } from "../services/accounts/link";
import { listAccounts, readAccount } from "../services/accounts/list";
import { changePolicy, readPolicyFor } from "../services/accounts/policy";
import { resetFactor } from "../services/accounts/reset-factor";
import { listScopeChoices } from "../services/accounts/scopes";
import { endSession } from "../services/sessions/end";
import { listOpenSessions } from "../services/sessions/list";

/** What the security administrator does: people, posts, sessions, and the rules of signing in. */
export const addAccounts: AddRoutes = (router, services) => {
  router.openapi(definitions.listAccounts, async (context) =>
    context.json(await listAccounts(services, context.get("actor"), context.req.valid("query")), 200),
  );
  router.openapi(definitions.addAccount, async (context) =>
    context.json(await inviteAccount(services, context.get("actor"), context.req.valid("json")), 201),
  );
  router.openapi(definitions.readAccount, async (context) =>
    context.json(await readAccount(services, context.get("actor"), context.req.valid("param").id), 200),
  );
  router.openapi(definitions.changeAccount, async (context) => {
    const { id } = context.req.valid("param");
    return context.json(await changeFields(services, context.get("actor"), id, context.req.valid("json")), 200);
  });
  router.openapi(definitions.addAppointment, async (context) => {
    const { id } = context.req.valid("param");
    return context.json(await appoint(services, context.get("actor"), id, context.req.valid("json")), 201);
  });
  router.openapi(definitions.changeAppointment, async (context) => {
    const [which, fields] = [context.req.valid("param"), context.req.valid("json")];
    return context.json(await changeAppointmentOf(services, context.get("actor"), which, fields), 200);
  });
  router.openapi(definitions.endAppointment, async (context) =>
    context.json(await endAppointmentOf(services, context.get("actor"), context.req.valid("param")), 200),
  );
  router.openapi(definitions.disableAccount, async (context) =>
    context.json(await disable(services, context.get("actor"), context.req.valid("param").id), 200),
  );
  router.openapi(definitions.enableAccount, async (context) =>
    context.json(await enable(services, context.get("actor"), context.req.valid("param").id), 200),
  );
  router.openapi(definitions.renewLink, async (context) =>
    context.json(await renewLink(services, context.get("actor"), context.req.valid("param").id), 201),
  );
  router.openapi(definitions.resetFactor, async (context) =>
    context.json(await resetFactor(services, context.get("actor"), context.req.valid("param").id), 200),
  );
  router.openapi(definitions.listAccountSessions, async (context) =>
    context.json(await listOpenSessions(services, context.get("actor"), context.req.valid("param").id), 200),
  );
  router.openapi(definitions.endAccountSession, async (context) => {
    const { id: account, session: id } = context.req.valid("param");
    await endSession(services, context.get("actor"), { id, account });
    return context.body(null, 204);
  });
  router.openapi(definitions.listSessions, async (context) =>
    context.json(await listOpenSessions(services, context.get("actor")), 200),
  );
  router.openapi(definitions.endSession, async (context) => {
    await endSession(services, context.get("actor"), { id: context.req.valid("param").id });
    return context.body(null, 204);
  });
  router.openapi(definitions.listScopeChoices, async (context) =>
    context.json(await listScopeChoices(services, context.get("actor")), 200),
  );
  router.openapi(definitions.readPolicy, async (context) =>
    context.json(await readPolicyFor(services, context.get("actor")), 200),
  );
  router.openapi(definitions.writePolicy, async (context) =>
    context.json(await changePolicy(services, context.get("actor"), context.req.valid("json")), 200),
  );
};
