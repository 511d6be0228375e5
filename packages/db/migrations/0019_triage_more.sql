-- What the list of findings asks beside: of one order, first recorded since, exempted by an answer; and that an answer is taken back.

create index finding_face_order on finding_face (order_no);

-- When a finding was first recorded, whatever its steps are; by which act an explanation exempts, and that this was taken back.
alter table finding add column known_at timestamptz not null default '-infinity';
comment on column finding.known_at is 'when it was first recorded, by the clock of the server; -infinity: before that was kept';
alter table finding_face add column known_at timestamptz not null default '-infinity';
create index finding_face_known on finding_face (known_at);
create index decision_exempted on decision (finding) where kind = 'exempted';

alter table explanation add column act uuid, add column retracted_reason text, add column retracted_at timestamptz,
  add column retracted_by bigint references account, add column retracted_author text,
  add check (retracted_at is null or accepted),
  add check ((retracted_at is null) = (retracted_reason is null) and (retracted_at is null) = (retracted_by is null));
comment on column explanation.act is 'the act by which it exempted the finding when it was accepted';
update explanation e set act = d.act
from decision d
where e.accepted and d.kind = 'exempted' and d.source = e.source and d.order_id = e.order_id and d.at = e.answered_at
  and d.account = e.answered_by and d.text = e.answer;

-- Units see no decision, but of their findings that one is not pursued, or exempted: not by whom, and not why.
create function scope_settled(sources text[], orders text[], at timestamptz)
returns table (source text, order_id text, key text, kind text, level smallint, events integer)
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select f.source, f.order_id, f.key, d.kind, d.level, d.events
  from unnest(scope_settled.sources, scope_settled.orders) as k(source, order_id)
    join finding f on f.source = k.source and f.order_id = k.order_id
    cross join lateral (
      select o.kind, o.level, o.events from decision o
      where o.finding = f.id and o.at <= scope_settled.at and (o.undone_at is null or o.undone_at > scope_settled.at)
      order by o.id desc limit 1) d
  where d.kind in ('dismissed', 'exempted')
    and ((select scope_open('sources')) or f.source = any ((select scope_codes('sources'))::text[]))
    and ((select scope_open('districts')) or f.district = any ((select scope_codes('districts'))::text[]))
    and f.named && (select scope_codes('units'))::text[] and not f.named && (select scope_codes('recused'))::text[]
    and exists (select from leg l where l.source = f.source and l.order_id = f.order_id
      and l.unit = any ((select scope_codes('units'))::text[]));
end;
comment on function scope_settled is 'of findings in the scope of a unit that the latest decision dismissed or exempted: how far they had come then';
revoke all on function scope_settled(text[], text[], timestamptz) from public;
grant execute on function scope_settled(text[], text[], timestamptz) to tianyan_scoped;

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
    watch_during, exempt_during, words, order_no, accepted_at, urgency, known_at)
  select c.id, c.from_gen, c.to_gen, c.first_at, coalesce(c.yellow_at, 'infinity'), coalesce(c.orange_at, 'infinity'),
    coalesce(c.red_at, 'infinity'), c.named_since, o.id, h.id, c.watch_during, c.exempt_during,
    lower(coalesce(d.title, '') || e'\n' || c.order_id), d.no, coalesce(d.accepted_at, '-infinity'), urgency_number(d.urgency),
    c.known_at
  from changed c
    join origin o on o.source = c.source and o.district = c.district and o.category = c.category
    join charge h on h.rule = c.rule and h.units = c.named
    left join orders d on d.source = c.source and d.order_id = c.order_id
  on conflict (id) do update set from_gen = excluded.from_gen, to_gen = excluded.to_gen, first_at = excluded.first_at,
    yellow_at = excluded.yellow_at, orange_at = excluded.orange_at, red_at = excluded.red_at,
    units_since = excluded.units_since, origin = excluded.origin, charge = excluded.charge,
    watch_during = excluded.watch_during, exempt_during = excluded.exempt_during, words = excluded.words,
    order_no = excluded.order_no, accepted_at = excluded.accepted_at, urgency = excluded.urgency, known_at = excluded.known_at;
  return null;
end $$;

-- Whose business an order is, told by numbers: a leg knows the number of its order, as narrow rows do, and a finding itself whom it
-- names. No set of keys of all findings in scope is made for a question any more.
alter table leg add column order_no bigint;
comment on column leg.order_no is 'number of its order';
update leg l set order_no = o.no from orders o where o.source = l.source and o.order_id = l.order_id;
drop index leg_unit;
create index leg_unit on leg (unit, start_at, order_no);
create index finding_face_charge on finding_face (charge) include (order_no, from_gen, to_gen);

-- Looks behind the policies: what a set costs that policies guard again, the planner takes for so much that it reads all orders instead.
-- Tells numbers and no more.
create function orders_of_units(units text[], recused text[], own boolean, at timestamptz, generation bigint) returns setof bigint
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select l.order_no from leg l where l.unit = any (orders_of_units.units) and l.start_at <= orders_of_units.at
  union all
  select f.order_no
  from charge c join finding_face f on f.charge = c.id
  where not orders_of_units.own and c.units && orders_of_units.units and not c.units && orders_of_units.recused
    and f.from_gen <= orders_of_units.generation and f.to_gen > orders_of_units.generation
    and (f.units_since <= orders_of_units.at or exists (select from finding_unit u
      where u.finding = f.id and u.unit = any (orders_of_units.units) and u.since <= orders_of_units.at));
end;
comment on function orders_of_units is 'orders in which a unit had a leg by then, or of which a finding says it, unless recused from it';
revoke all on function orders_of_units(text[], text[], boolean, timestamptz, bigint) from public;
grant execute on function orders_of_units(text[], text[], boolean, timestamptz, bigint)
  to tianyan_county, tianyan_scoped, tianyan_replay;

create or replace function scope_order_numbers() returns setof bigint
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select orders_of_units(scope_codes('units'), scope_codes('recused'), scope_own(), 'infinity', (select current from generation));
end;
comment on function scope_order_numbers is 'orders in which a unit of the scope had a leg, or that a finding in scope says it of';

drop policy scoped on orders;
create policy scoped on orders for select to tianyan_scoped using (
  ((select scope_open('sources')) or source = any ((select scope_codes('sources'))::text[]))
  and ((select scope_open('districts')) or district = any ((select scope_codes('districts'))::text[]))
  and ((select scope_open('units')) or no in (select scope_order_numbers()))
);

drop policy scoped on finding;
create policy scoped on finding for select to tianyan_scoped using (
  ((select scope_open('sources')) or source = any ((select scope_codes('sources'))::text[]))
  and ((select scope_open('districts')) or district = any ((select scope_codes('districts'))::text[]))
  and ((select scope_open('units')) or named && (select scope_codes('units'))::text[])
  and (not (select scope_recused()) or not named && (select scope_codes('recused'))::text[])
  and (not (select scope_own()) or exists (
    select from orders o where o.source = finding.source and o.order_id = finding.order_id))
);

drop policy scoped on finding_face;
create policy scoped on finding_face for select to tianyan_scoped using (
  (((select scope_open('sources')) and (select scope_open('districts'))) or origin in (select o.id from origin o))
  and (((select scope_open('units')) and not (select scope_recused()))
    or charge in (select c.id from charge c where not c.units && (select scope_codes('recused'))::text[]))
  and (not (select scope_own()) or order_no in (select scope_order_numbers()))
);

-- Of a unit of the scope it is in sight by itself, unless something else narrows; of others with the finding.
drop policy scoped on finding_unit;
create policy scoped on finding_unit for select to tianyan_scoped using (
  ((select scope_open('sources')) and (select scope_open('districts')) and not (select scope_own()) and not (select scope_recused())
    and ((select scope_open('units')) or unit = any ((select scope_codes('units'))::text[])))
  or exists (select from finding f where f.id = finding_unit.finding)
);

drop policy scoped on leg;
create policy scoped on leg for select to tianyan_scoped using (
  ((select scope_open('sources')) or source = any ((select scope_codes('sources'))::text[]))
  and ((select scope_open('units')) or unit = any ((select scope_codes('units'))::text[])
    or order_no in (select scope_order_numbers()))
  and ((select scope_open('districts')) or exists (
    select from orders o where o.source = leg.source and o.order_id = leg.order_id))
);

do $$
declare
  name text;
begin
  foreach name in array array['order_event', 'source_row', 'order_before', 'verdict'] loop
    execute format('drop policy scoped on %I', name);
    execute format($policy$
      create policy scoped on %1$I for select to tianyan_scoped using (
        ((select scope_open('sources')) or source = any ((select scope_codes('sources'))::text[]))
        and (((select scope_open('units')) and (select scope_open('districts'))) or exists (
          select from orders o where o.source = %1$I.source and o.order_id = %1$I.order_id))
      )$policy$, name);
  end loop;
end $$;

drop function scope_findings();
drop function scope_orders();
drop function scope_recusals();

-- How many citizens wait on one matter: orders of one district, category and place. Told by numbers, which say nothing of a citizen.
alter table order_face add column matter bigint, add column citizen bigint not null default 0;
comment on column order_face.matter is 'the same for orders of the same district, category and place; null: the place is not known';
comment on column order_face.citizen is 'the same for orders of the same citizen; 0: not known';
create index order_face_matter on order_face (done_at) where matter is not null;

create function matter_number(district text, category text, location text) returns bigint language sql immutable
  return case when btrim(location) <> '' and category <> ''
    then hashtextextended(district || e'\n' || category || e'\n' || btrim(location), 0) end;
create function citizen_number(citizen_key text) returns bigint language sql immutable
  return case when citizen_key = '' then 0 else hashtextextended(citizen_key, 0) end;

create or replace function keep_order_faces() returns trigger language plpgsql as $$
begin
  insert into origin (source, district, category)
  select distinct c.source, c.district, c.category from changed c
  where not exists (select from origin o where o.source = c.source and o.district = c.district and o.category = c.category)
  on conflict do nothing;
  insert into order_face as f (no, accepted_at, done_at, origin, words, matter, citizen)
  select c.no, coalesce(c.accepted_at, '-infinity'),
    case when isempty(c.open_during) then '-infinity' else coalesce(upper(c.open_during), 'infinity') end, o.id,
    lower(c.title || e'\n' || c.order_id), matter_number(c.district, c.category, c.location), citizen_number(c.citizen_key)
  from changed c join origin o on o.source = c.source and o.district = c.district and o.category = c.category
  on conflict (no) do update set accepted_at = excluded.accepted_at, done_at = excluded.done_at, origin = excluded.origin,
    words = excluded.words, matter = excluded.matter, citizen = excluded.citizen
  where (f.accepted_at, f.done_at, f.origin, f.words, f.matter, f.citizen)
    is distinct from (excluded.accepted_at, excluded.done_at, excluded.origin, excluded.words, excluded.matter, excluded.citizen);
  return null;
end $$;

update order_face f set matter = matter_number(o.district, o.category, o.location), citizen = citizen_number(o.citizen_key)
from orders o where o.no = f.no;
