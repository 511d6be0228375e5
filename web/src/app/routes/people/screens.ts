import type { ParseKeys } from "i18next";

export interface PeopleScreen {
  readonly to: "/people" | "/people/sessions" | "/people/policy";
  readonly label: ParseKeys;
}

export const PEOPLE_SCREENS: readonly PeopleScreen[] = [
  { to: "/people", label: "people.title" },
  { to: "/people/sessions", label: "people.sessionsTitle" },
  { to: "/people/policy", label: "people.policy.title" },
];
