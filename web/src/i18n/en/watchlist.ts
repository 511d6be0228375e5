import type { SameKeys } from "../types";
import type { watchlist as zh } from "../zh/watchlist";

export const watchlist: SameKeys<typeof zh> = {
  level: { red: "Red", orange: "Orange", yellow: "Yellow", none: "None" },
  weekday: { "0": "Sun", "1": "Mon", "2": "Tue", "3": "Wed", "4": "Thu", "5": "Fri", "6": "Sat" },
  watchlist: {
    title: "Watchlist",
    newToday: "New today <b>{{n}}</b>",
    turningRed: "Turning red this week <b>{{n}}</b>",
    total: "{{n}} findings",
    totalFolded_one: "{{orders}} order, {{n}} findings",
    totalFolded_other: "{{orders}} orders, {{n}} findings",
    find: "Order number or title",
    pane: "Order",
    nobody: "Names nobody",
    more: "Loading more…",
    none: "Nothing to look at",
    noneText:
      "No finding is active at this instant. If data were loaded just now, check under Sources that they are complete.",
    noneFiltered: "No finding matches the filters",
    noneFilteredText: "Widen the level or the period, or clear all filters.",
    column: {
      level: "Level",
      rule: "Rule",
      sentence: "What happened",
      units: "Units",
      turn: "Turned",
      status: "Status",
      priority: "Pts",
    },
  },
  turn: {
    today: "{{level}} today {{time}}",
    yesterday: "{{level}} yesterday",
    ago_one: "{{level}} {{count}} day ago",
    ago_other: "{{level}} {{count}} days ago",
    on: "{{level}} {{date}}",
    willToday: "{{level}} today {{time}}",
    willDay: "{{level}} {{day}}",
    willNext: "{{level}} next {{day}}",
    willOn: "{{level}} on {{date}}",
    working_one: "{{count}} working day apart",
    working_other: "{{count}} working days apart",
    workingShort_one: "{{count}} wd",
    workingShort_other: "{{count}} wd",
  },
};
