-- A finding says itself whom it names, so that its narrow row follows from it alone, without looking up units twice a row.

alter table finding add column named text[] not null default '{}', add column named_since timestamptz not null default '-infinity';
comment on column finding.named is 'all units that it names, in code point order';
comment on column finding.named_since is 'from then on it names all of them; before, ask finding_unit';
update finding f set named = u.units, named_since = u.since
from (select finding, array_agg(unit order by unit collate "C") as units, max(since) as since from finding_unit group by finding) u
where u.finding = f.id;

create or replace function keep_finding_faces() returns trigger language plpgsql as $$
begin
  insert into origin (source, district, category)
  select distinct c.source, c.district, c.category from changed c
  where not exists (select from origin o where o.source = c.source and o.district = c.district and o.category = c.category)
  on conflict do nothing;
  insert into charge (rule, units)
  select distinct c.rule, c.named from changed c
  where not exists (select from charge h where h.rule = c.rule and h.units = c.named)
  on conflict do nothing;
  insert into finding_face as f (id, from_gen, to_gen, first_at, yellow_at, orange_at, red_at, units_since, origin, charge,
    watch_during, exempt_during, words)
  select c.id, c.from_gen, c.to_gen, c.first_at, coalesce(c.yellow_at, 'infinity'), coalesce(c.orange_at, 'infinity'),
    coalesce(c.red_at, 'infinity'), c.named_since, o.id, h.id, c.watch_during, c.exempt_during,
    lower(coalesce(d.title, '') || e'\n' || c.order_id)
  from changed c
    join origin o on o.source = c.source and o.district = c.district and o.category = c.category
    join charge h on h.rule = c.rule and h.units = c.named
    left join orders d on d.source = c.source and d.order_id = c.order_id
  on conflict (id) do update set from_gen = excluded.from_gen, to_gen = excluded.to_gen, first_at = excluded.first_at,
    yellow_at = excluded.yellow_at, orange_at = excluded.orange_at, red_at = excluded.red_at,
    units_since = excluded.units_since, origin = excluded.origin, charge = excluded.charge,
    watch_during = excluded.watch_during, exempt_during = excluded.exempt_during, words = excluded.words;
  return null;
end $$;

-- Asked for each row this took a tenth of an import; one transaction writes batch and events, and no batch is ever taken away.
alter table order_event drop constraint order_event_batch_fkey;
