-- Lists filter, sort and count by few columns: these stand in narrow rows of their own, an eighth of what the whole rows take.
-- Triggers keep them, so that they follow whoever writes; what many rows share is written once.

create table origin (
  id integer generated always as identity primary key,
  source text not null,
  district text not null,
  category text not null,
  unique (source, district, category)
);
comment on table origin is 'where orders and findings come from; never taken away';

create table charge (
  id integer generated always as identity primary key,
  rule text not null,
  units text[] not null,
  unique (rule, units)
);
comment on table charge is 'what findings say of whom; units in code point order; never taken away';

alter table orders add column no bigint generated always as identity unique;

create table order_face (
  no bigint primary key,
  accepted_at timestamptz not null,
  done_at timestamptz not null,
  origin integer not null,
  words text not null
);
comment on table order_face is 'of each order what lists look at';
comment on column order_face.accepted_at is '-infinity: no event of it is known';
comment on column order_face.done_at is 'end of its last spell; infinity: open, -infinity: no event of it is known';
comment on column order_face.words is 'title and number, in small letters';
create index order_face_accepted on order_face (accepted_at, no);
drop index orders_accepted;

-- Exactly when it is to be looked at, where the range only bounded it.
drop index finding_watch;
alter table finding alter column watch_during type tstzmultirange using
  case when rule in ('undispatched', 'unsigned', 'uncontacted', 'inaction', 'circulation', 'overdue', 'long-open',
    'suspension-abuse', 'dissatisfied')
  then tstzmultirange(tstzrange(first_at, cleared_at))
  else open_during * tstzmultirange(tstzrange(first_at, null))
    + case when yellow_at is null then '{}' else tstzmultirange(tstzrange(yellow_at, yellow_at + interval '30 days 1 millisecond')) end
    + case when orange_at is null then '{}' else tstzmultirange(tstzrange(orange_at, orange_at + interval '30 days 1 millisecond')) end
    + case when red_at is null then '{}' else tstzmultirange(tstzrange(red_at, red_at + interval '30 days 1 millisecond')) end
  end - exempt_during;
comment on column finding.watch_during is 'when it is on the watchlist';

create table finding_face (
  id bigint primary key,
  from_gen bigint not null,
  to_gen bigint not null,
  first_at timestamptz not null,
  yellow_at timestamptz not null,
  orange_at timestamptz not null,
  red_at timestamptz not null,
  units_since timestamptz not null,
  origin integer not null,
  charge integer not null,
  watch_during tstzmultirange not null,
  exempt_during tstzmultirange not null,
  words text not null
);
comment on table finding_face is 'of each finding what lists look at; a step that it never reaches is at infinity';
comment on column finding_face.units_since is 'from then on it names all units of its charge; before, ask finding_unit';
comment on column finding_face.words is 'title and number of the order, in small letters';
create index finding_face_watch on finding_face using gist (watch_during);
create index finding_face_first on finding_face (first_at);

create function keep_order_faces() returns trigger language plpgsql as $$
begin
  insert into origin (source, district, category)
  select distinct c.source, c.district, c.category from changed c
  where not exists (select from origin o where o.source = c.source and o.district = c.district and o.category = c.category)
  on conflict do nothing;
  insert into order_face as f (no, accepted_at, done_at, origin, words)
  select c.no, coalesce(c.accepted_at, '-infinity'),
    case when isempty(c.open_during) then '-infinity' else coalesce(upper(c.open_during), 'infinity') end, o.id,
    lower(c.title || e'\n' || c.order_id)
  from changed c join origin o on o.source = c.source and o.district = c.district and o.category = c.category
  on conflict (no) do update set accepted_at = excluded.accepted_at, done_at = excluded.done_at, origin = excluded.origin,
    words = excluded.words
  where (f.accepted_at, f.done_at, f.origin, f.words)
    is distinct from (excluded.accepted_at, excluded.done_at, excluded.origin, excluded.words);
  return null;
end $$;

create function drop_order_faces() returns trigger language plpgsql as $$
begin
  delete from order_face f using gone g where f.no = g.no;
  return null;
end $$;

create function keep_words_of_findings() returns trigger language plpgsql as $$
begin
  update finding_face f set words = lower(c.title || e'\n' || c.order_id)
  from changed c join finding d on d.source = c.source and d.order_id = c.order_id
  where f.id = d.id and f.words <> lower(c.title || e'\n' || c.order_id);
  return null;
end $$;

-- Units of a finding are written before it, or in the same statement.
create function keep_finding_faces() returns trigger language plpgsql as $$
begin
  insert into origin (source, district, category)
  select distinct c.source, c.district, c.category from changed c
  where not exists (select from origin o where o.source = c.source and o.district = c.district and o.category = c.category)
  on conflict do nothing;
  insert into charge (rule, units)
  select distinct c.rule, u.units
  from changed c cross join lateral (
    select coalesce(array_agg(unit order by unit collate "C"), '{}') as units from finding_unit where finding = c.id) u
  where not exists (select from charge h where h.rule = c.rule and h.units = u.units)
  on conflict do nothing;
  insert into finding_face as f (id, from_gen, to_gen, first_at, yellow_at, orange_at, red_at, units_since, origin, charge,
    watch_during, exempt_during, words)
  select c.id, c.from_gen, c.to_gen, c.first_at, coalesce(c.yellow_at, 'infinity'), coalesce(c.orange_at, 'infinity'),
    coalesce(c.red_at, 'infinity'), u.since, o.id, h.id, c.watch_during, c.exempt_during,
    lower(coalesce(d.title, '') || e'\n' || c.order_id)
  from changed c
    cross join lateral (
      select coalesce(array_agg(unit order by unit collate "C"), '{}') as units, coalesce(max(since), '-infinity') as since
      from finding_unit where finding = c.id) u
    join origin o on o.source = c.source and o.district = c.district and o.category = c.category
    join charge h on h.rule = c.rule and h.units = u.units
    left join orders d on d.source = c.source and d.order_id = c.order_id
  on conflict (id) do update set from_gen = excluded.from_gen, to_gen = excluded.to_gen, first_at = excluded.first_at,
    yellow_at = excluded.yellow_at, orange_at = excluded.orange_at, red_at = excluded.red_at,
    units_since = excluded.units_since, origin = excluded.origin, charge = excluded.charge,
    watch_during = excluded.watch_during, exempt_during = excluded.exempt_during, words = excluded.words;
  return null;
end $$;

create function drop_finding_faces() returns trigger language plpgsql as $$
begin
  delete from finding_face f using gone g where f.id = g.id;
  return null;
end $$;

create trigger order_faces_added after insert on orders referencing new table as changed
  for each statement execute function keep_order_faces();
create trigger order_faces_changed after update on orders referencing new table as changed
  for each statement execute function keep_order_faces();
create trigger order_words_changed after update on orders referencing new table as changed
  for each statement execute function keep_words_of_findings();
create trigger order_faces_gone after delete on orders referencing old table as gone
  for each statement execute function drop_order_faces();
create trigger finding_faces_added after insert on finding referencing new table as changed
  for each statement execute function keep_finding_faces();
create trigger finding_faces_changed after update on finding referencing new table as changed
  for each statement execute function keep_finding_faces();
create trigger finding_faces_gone after delete on finding referencing old table as gone
  for each statement execute function drop_finding_faces();

-- What is there already gets its narrow rows by the same way.
update orders set order_id = order_id;
update finding set id = id;

-- A unit counts an order once, however often it had it.
alter table leg add column again boolean not null default false;
comment on column leg.again is 'the unit had the order before';
update leg l set again = true
where exists (select from leg e where e.source = l.source and e.order_id = l.order_id and e.unit = l.unit and e.ordinal < l.ordinal);

-- How many events each batch brought, so that nobody has to count them all.
create table batch_figure (
  batch bigint not null references import_batch,
  source text not null,
  events bigint not null,
  first_at timestamptz not null,
  last_at timestamptz not null,
  recorded_at timestamptz not null,
  primary key (batch, source)
);
comment on table batch_figure is 'events on record, those taken back left out';

create table batch_recount (
  batch bigint primary key references import_batch
);
comment on table batch_recount is 'batches whose figures are to be counted again: until then they are counted when they are asked for';
insert into batch_figure
select batch, source, count(*), min(at), max(at), max(recorded_at) from order_event where superseded_at is null
group by batch, source;
