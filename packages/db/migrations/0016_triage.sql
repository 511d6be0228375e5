-- What people decide about findings, what units say to them, and how a person comes back to the list.

create table decision (
  id bigint primary key generated always as identity,
  act uuid not null,
  source text not null,
  order_id text not null,
  key text not null,
  rule text not null,
  key_unit text,
  key_event text,
  lasts_from timestamptz not null,
  lasts_to timestamptz,
  named text[] not null,
  kind text not null check (kind in ('taken', 'watched', 'dismissed', 'confirmed', 'exempted')),
  reason text,
  text text,
  watch_until timestamptz,
  watch_level smallint,
  level smallint not null,
  events integer not null,
  account bigint not null references account,
  author text not null,
  at timestamptz not null,
  undone_at timestamptz,
  undone_by bigint references account,
  undone_author text,
  finding bigint,
  counted integer not null,
  check (kind <> 'dismissed' or reason is not null),
  check ((kind = 'watched') = (watch_until is not null or watch_level is not null)),
  check ((undone_at is null) = (undone_by is null))
);
comment on table decision is 'what was decided about a finding; nothing of it is ever changed but that it was taken back';
comment on column decision.act is 'all that was decided at once';
comment on column decision.key is 'of the finding when it was decided, with the interval that it had, and the units that it named';
comment on column decision.level is 'how far the finding had come: 0 nowhere yet, 1 yellow, 2 orange, 3 red';
comment on column decision.events is 'how many events counted for it';
comment on column decision.finding is 'the finding that it hangs on now, kept by triggers; null: that is no more';
comment on column decision.counted is 'how many events count for that finding now';
create index decision_order on decision (source, order_id);
create index decision_finding on decision (finding, id);
create index decision_act on decision (act);

create table explanation (
  id bigint primary key generated always as identity,
  source text not null,
  order_id text not null,
  key text not null,
  rule text not null,
  key_unit text,
  key_event text,
  lasts_from timestamptz not null,
  lasts_to timestamptz,
  named text[] not null,
  unit text not null,
  kind text not null check (kind in ('explanation', 'appeal')),
  text text not null,
  account bigint not null references account,
  author text not null,
  at timestamptz not null,
  accepted boolean,
  answer text,
  answered_at timestamptz,
  answered_by bigint references account,
  answered_author text,
  finding bigint,
  check ((accepted is null) = (answered_at is null) and (accepted is null) = (answer is null)
    and (accepted is null) = (answered_by is null))
);
comment on table explanation is 'what a unit says to a finding that names it';
create index explanation_order on explanation (source, order_id);
create index explanation_finding on explanation (finding);
create unique index explanation_open on explanation (source, order_id, key, unit) where accepted is null;

create table saved_view (
  id bigint primary key generated always as identity,
  account bigint not null references account,
  author text not null,
  name text not null,
  query text not null,
  shared boolean not null,
  changed_at timestamptz not null,
  unique (account, name)
);
comment on column saved_view.query is 'what stands after the ? in the address of the list';

create table visit (
  account bigint primary key references account,
  before timestamptz,
  seen_at timestamptz not null
);
comment on column visit.before is 'when the visit before this one ended; null: this is the first';

-- Units that a unit went into, and that went into it.
create function unit_kin(code text) returns setof text language sql stable set search_path = public, pg_temp
begin atomic
  with recursive heir(unit) as (
    select code union select m.into_unit from heir h join unit_merger m on m.unit = h.unit
  ), forebear(unit) as (
    select code union select m.unit from forebear f join unit_merger m on m.into_unit = f.unit
  )
  select unit from heir union select unit from forebear;
end;

-- Identity (domain.md): the finding of this key; where there is none, the one of the same order, rule and unit that lasts while it lasted.
create function finding_that_is(of_source text, of_order text, of_key text, of_rule text, of_unit text, since timestamptz, until timestamptz)
returns table (id bigint, events integer) language sql stable set search_path = public, pg_temp
begin atomic
  select f.id, cardinality(f.events)
  from finding f
  where f.source = of_source and f.order_id = of_order and f.to_gen = 9223372036854775807
    and (f.key = of_key or f.rule = of_rule
      and (f.key_unit is not distinct from of_unit or f.key_unit in (select k.unit from unit_kin(of_unit) k(unit)))
      and tstzrange(f.first_at, f.cleared_at) && tstzrange(since, until))
  order by f.key = of_key desc, f.key_unit is not distinct from of_unit desc,
    greatest(f.first_at - since, since - f.first_at), f.key collate "C"
  limit 1;
end;

create function follow_findings() returns trigger language plpgsql as $$
begin
  if exists (select from decision) then
    update decision d set finding = n.id, counted = coalesce(n.events, d.counted)
    from (
      select o.id as decision, i.id, i.events
      from (select distinct c.source, c.order_id from changed c) t
        join decision o on o.source = t.source and o.order_id = t.order_id
        left join lateral finding_that_is(o.source, o.order_id, o.key, o.rule, o.key_unit, o.lasts_from, o.lasts_to) i on true) n
    where d.id = n.decision and (d.finding, d.counted) is distinct from (n.id, coalesce(n.events, d.counted));
  end if;
  if exists (select from explanation) then
    update explanation e set finding = n.id
    from (
      select o.id as explanation, i.id
      from (select distinct c.source, c.order_id from changed c) t
        join explanation o on o.source = t.source and o.order_id = t.order_id
        left join lateral finding_that_is(o.source, o.order_id, o.key, o.rule, o.key_unit, o.lasts_from, o.lasts_to) i on true) n
    where e.id = n.explanation and e.finding is distinct from n.id;
  end if;
  return null;
end $$;

create trigger findings_added after insert on finding referencing new table as changed
  for each statement execute function follow_findings();
create trigger findings_changed after update on finding referencing new table as changed
  for each statement execute function follow_findings();
create trigger findings_gone after delete on finding referencing old table as changed
  for each statement execute function follow_findings();

-- Tables of business. A decision is seen with the finding on which it hangs; one that hangs on none with its order, by whom the
-- units that it named are in sight of. Units see no decision; of explanations their own.
grant execute on function unit_kin(text), finding_that_is(text, text, text, text, text, timestamptz, timestamptz) to tianyan_replay;
do $$
declare
  name text;
begin
  foreach name in array array['decision', 'explanation'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy owner on %I to current_user using (true) with check (true)', name);
    execute format('create policy county on %I for select to tianyan_county using (true)', name);
    execute format('create policy replay on %I to tianyan_replay using (true) with check (true)', name);
    execute format($policy$
      create policy scoped on %1$I for select to tianyan_scoped using (
        case when (select scope_own()) then %2$s
          when finding is not null then exists (select from finding f where f.id = %1$I.finding)
          else exists (select from orders o where o.source = %1$I.source and o.order_id = %1$I.order_id)
            and ((select scope_open('units')) or named && (select scope_codes('units'))::text[])
            and not named && (select scope_codes('recused'))::text[] end
      )$policy$, name, case name when 'explanation' then $own$unit = any ((select scope_codes('units'))::text[])
        and exists (select from orders o where o.source = explanation.source and o.order_id = explanation.order_id)$own$
      else 'false' end);
    execute format('grant select on %I to tianyan_county, tianyan_scoped', name);
    execute format('grant select, insert, update on %I to tianyan_replay', name);
  end loop;
end $$;
grant select, insert, update, delete on saved_view to tianyan_app;
grant select, insert, update on visit to tianyan_app;

-- What lists put first also waits long and is urgent.
alter table finding_face add column order_no bigint, add column accepted_at timestamptz not null default '-infinity',
  add column urgency smallint not null default 0;
comment on column finding_face.accepted_at is 'of the order; -infinity: no event of it is known';
comment on column finding_face.urgency is 'of the order: 0 normal, 1 urgent, 2 emergency';

create function urgency_number(word text) returns smallint language sql immutable
  return case word when 'emergency' then 2 when 'urgent' then 1 else 0 end;

create or replace function keep_words_of_findings() returns trigger language plpgsql as $$
begin
  update finding_face f set order_no = c.no, accepted_at = coalesce(c.accepted_at, '-infinity'),
    urgency = urgency_number(c.urgency), words = lower(c.title || e'\n' || c.order_id)
  from changed c join finding d on d.source = c.source and d.order_id = c.order_id
  where f.id = d.id and (f.order_no, f.accepted_at, f.urgency, f.words) is distinct from
    (c.no, coalesce(c.accepted_at, '-infinity'), urgency_number(c.urgency), lower(c.title || e'\n' || c.order_id));
  return null;
end $$;

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
    watch_during, exempt_during, words, order_no, accepted_at, urgency)
  select c.id, c.from_gen, c.to_gen, c.first_at, coalesce(c.yellow_at, 'infinity'), coalesce(c.orange_at, 'infinity'),
    coalesce(c.red_at, 'infinity'), c.named_since, o.id, h.id, c.watch_during, c.exempt_during,
    lower(coalesce(d.title, '') || e'\n' || c.order_id), d.no, coalesce(d.accepted_at, '-infinity'), urgency_number(d.urgency)
  from changed c
    join origin o on o.source = c.source and o.district = c.district and o.category = c.category
    join charge h on h.rule = c.rule and h.units = c.named
    left join orders d on d.source = c.source and d.order_id = c.order_id
  on conflict (id) do update set from_gen = excluded.from_gen, to_gen = excluded.to_gen, first_at = excluded.first_at,
    yellow_at = excluded.yellow_at, orange_at = excluded.orange_at, red_at = excluded.red_at,
    units_since = excluded.units_since, origin = excluded.origin, charge = excluded.charge,
    watch_during = excluded.watch_during, exempt_during = excluded.exempt_during, words = excluded.words,
    order_no = excluded.order_no, accepted_at = excluded.accepted_at, urgency = excluded.urgency;
  return null;
end $$;

update finding_face f set order_no = o.no, accepted_at = coalesce(o.accepted_at, '-infinity'), urgency = urgency_number(o.urgency)
from finding d join orders o on o.source = d.source and o.order_id = d.order_id
where f.id = d.id;
