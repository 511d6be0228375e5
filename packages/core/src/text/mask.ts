import { plainWidth } from "./characters";
import { digitGroups, type Group } from "./groups";
import { emails, plates, type Span } from "./marks";
import { numberAt } from "./numbers";

/** Most texts have nothing that could be of a person. */
const MAY_HOLD = /[0-9\uff10-\uff19@\uff20]/;

/** The groups that lie in none of these parts; both in the order of the text. */
function outside(groups: readonly Group[], taken: readonly Span[]): readonly Group[] {
  let next = 0;
  return groups.filter(({ start, end }) => {
    while ((taken[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next++;
    return (taken[next]?.start ?? Number.POSITIVE_INFINITY) >= end;
  });
}

function numbers(plain: string, taken: readonly Span[]): readonly Span[] {
  const groups = outside(digitGroups(plain), taken);
  const spans: Span[] = [];
  for (let index = 0; index < groups.length; index++) {
    const found = numberAt(plain, groups, index);
    const start = groups[index]?.start;
    if (!found || start === undefined) continue;
    const end = (found.places.at(-1) ?? start) + 1;
    spans.push({ start, end, hidden: found.places.slice(found.front, found.places.length - found.back) });
    index += found.groups - 1;
  }
  return spans;
}

/** Phones, identity numbers, plates, bank cards and addresses of mail in a text, by place. */
export function findPersonal(text: string): readonly Span[] {
  if (!MAY_HOLD.test(text)) return [];
  const plain = plainWidth(text);
  const mails = emails(plain);
  const marks = [...mails, ...plates(plain, mails)].sort((a, b) => a.start - b.start);
  // Numbers are looked for in what is left: else they would be others in a text that was masked before.
  return [...marks, ...numbers(hidden(plain, marks), marks)].sort((a, b) => a.start - b.start);
}

function hidden(text: string, spans: readonly Span[]): string {
  if (spans.length === 0) return text;
  let masked = "";
  let done = 0;
  for (const span of spans)
    for (const place of span.hidden) {
      masked += `${text.slice(done, place)}*`;
      done = place + 1;
    }
  return masked + text.slice(done);
}

/**
 * The text with what is of a person hidden as officials hide it: 138****5678, 110101********1234, 浙A·1**45. The length stays, nothing else
 * changes, and masking twice is masking once. Takes time in proportion to the length.
 */
export const maskText = (text: string): string => hidden(text, findPersonal(text));
