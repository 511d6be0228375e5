import { ACCOUNT_STATES, POSTS } from "@tianyan/api";
import { z } from "zod";
import { text, words } from "../../../lib/search-schema";

export const peopleSearch = z.object({
  q: text(),
  post: words(z.enum(POSTS)),
  state: words(z.enum(ACCOUNT_STATES)),
  /** The account that is open. */
  open: text(40),
});

export type PeopleSearch = z.output<typeof peopleSearch>;
