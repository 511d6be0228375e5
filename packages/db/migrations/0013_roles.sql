-- Who may read and write what. The group roles are made before migrating; nobody but the owner owns anything.

-- Passwords of the two logins of this database; no right to it is granted to anybody.
create table database_login (
  role text primary key,
  password text not null
);

-- The watchlist by an operator that may be asked before the scope of a reader is: `@>` may not (it is not leakproof).
alter table finding_face add column watch_until timestamptz not null
  generated always as (coalesce(upper(watch_during), 'infinity'::timestamptz)) stored;
create index finding_face_until on finding_face (watch_until);

revoke create on schema public from public;
grant usage on schema public to tianyan_app, tianyan_county, tianyan_scoped, tianyan_replay;

-- tianyan.scope: {"sources", "districts", "units": codes or null for all, "recused": codes, "own": only orders with an own leg}.
-- Without it nothing is in scope.
create function scope_of(part text) returns jsonb language sql stable set search_path = public, pg_temp
  return nullif(current_setting('tianyan.scope', true), '')::jsonb -> part;

create function scope_open(part text) returns boolean language sql stable set search_path = public, pg_temp
  return coalesce(scope_of(part) = 'null'::jsonb, false);

create function scope_codes(part text) returns text[] language sql stable set search_path = public, pg_temp
  return case when jsonb_typeof(scope_of(part)) = 'array'
    then array(select jsonb_array_elements_text(scope_of(part))) else '{}' end;

create function scope_own() returns boolean language sql stable set search_path = public, pg_temp
  return coalesce(scope_of('own') = 'true'::jsonb, false);

create function scope_recused() returns boolean language sql stable set search_path = public, pg_temp
  return cardinality(scope_codes('recused')) > 0;

-- The next three look behind the policies, or these would ask each other without end. They tell keys of what is in scope, and no more.

create function scope_recusals() returns setof bigint
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select u.finding from finding_unit u where u.unit = any((select scope_codes('recused'))::text[]);
end;
comment on function scope_recusals is 'findings that name a unit from which the reader is recused';

create function scope_orders() returns table (source text, order_id text)
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select l.source, l.order_id from leg l where l.unit = any((select scope_codes('units'))::text[])
  union all
  select f.source, f.order_id
  from finding_unit u join finding f on f.id = u.finding
  where not (select scope_own()) and u.unit = any((select scope_codes('units'))::text[])
    and f.from_gen <= (select current from generation) and f.to_gen > (select current from generation)
    and (not (select scope_recused()) or f.id not in (select scope_recusals()));
end;
comment on function scope_orders is 'orders in which a unit of the scope had a leg, or that a finding in scope says it of';

create function scope_order_numbers() returns setof bigint
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select o.no from orders o where (o.source, o.order_id) in (select s.source, s.order_id from scope_orders() s);
end;

create function scope_findings() returns setof bigint
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select u.finding from finding_unit u
  where not (select scope_own()) and not (select scope_recused()) and u.unit = any((select scope_codes('units'))::text[])
  union all
  select u.finding from finding_unit u join finding f on f.id = u.finding
  where ((select scope_own()) or (select scope_recused())) and u.unit = any((select scope_codes('units'))::text[])
    and f.id not in (select scope_recusals())
    and (not (select scope_own()) or (f.source, f.order_id) in (select s.source, s.order_id from scope_orders() s));
end;
comment on function scope_findings is 'findings in scope by the units that they name, whatever their source and district';

revoke all on function scope_of(text), scope_open(text), scope_codes(text), scope_own(), scope_recused(),
  scope_recusals(), scope_findings(), scope_orders(), scope_order_numbers() from public;
grant execute on function scope_of(text), scope_open(text), scope_codes(text), scope_own(), scope_recused(),
  scope_recusals(), scope_findings(), scope_orders(), scope_order_numbers() to tianyan_scoped;

-- Tables of business: nobody sees a row but by a policy, the owner included.
do $$
declare
  name text;
begin
  foreach name in array array['orders', 'order_event', 'source_row', 'leg', 'finding', 'finding_unit', 'order_before',
      'import_reject', 'origin', 'charge', 'order_face', 'finding_face', 'batch_figure', 'batch_recount', 'verdict'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy owner on %I to current_user using (true) with check (true)', name);
    execute format('create policy county on %I for select to tianyan_county using (true)', name);
    execute format('create policy replay on %I to tianyan_replay using (true) with check (true)', name);
    execute format('grant select on %I to tianyan_county, tianyan_scoped', name);
    execute format('grant select, insert, update, delete on %I to tianyan_replay', name);
  end loop;
end $$;

create policy scoped on orders for select to tianyan_scoped using (
  ((select scope_open('sources')) or source = any ((select scope_codes('sources'))::text[]))
  and ((select scope_open('districts')) or district = any ((select scope_codes('districts'))::text[]))
  and ((select scope_open('units')) or (source, order_id) in (select s.source, s.order_id from scope_orders() s))
);

create policy scoped on finding for select to tianyan_scoped using (
  ((select scope_open('sources')) or source = any ((select scope_codes('sources'))::text[]))
  and ((select scope_open('districts')) or district = any ((select scope_codes('districts'))::text[]))
  and case when (select scope_open('units')) then not (select scope_recused()) or id not in (select scope_recusals())
    else id in (select scope_findings()) end
);

create policy scoped on finding_unit for select to tianyan_scoped using (
  case when (select scope_open('units')) and (select scope_open('sources')) and (select scope_open('districts'))
      then finding not in (select scope_recusals())
    when (select scope_open('sources')) and (select scope_open('districts')) then finding in (select scope_findings())
    else exists (select from finding f where f.id = finding_unit.finding) end
);

-- What hangs on an order is seen with it; the order itself is looked up only for its district. A leg of a unit in scope is in
-- scope whatever else the order has.
do $$
declare
  name text;
begin
  foreach name in array array['order_event', 'source_row', 'leg', 'order_before', 'verdict'] loop
    execute format($policy$
      create policy scoped on %1$I for select to tianyan_scoped using (
        ((select scope_open('sources')) or source = any ((select scope_codes('sources'))::text[]))
        and ((select scope_open('units')) %2$s
          or (source, order_id) in (select s.source, s.order_id from scope_orders() s))
        and ((select scope_open('districts')) or exists (
          select from orders o where o.source = %1$I.source and o.order_id = %1$I.order_id))
      )$policy$, name, case name when 'leg' then $leg$or unit = any ((select scope_codes('units'))::text[])$leg$ end);
  end loop;
end $$;

-- Narrow rows are seen with what they stand for.
create policy scoped on origin for select to tianyan_scoped using (
  ((select scope_open('sources')) or source = any ((select scope_codes('sources'))::text[]))
  and ((select scope_open('districts')) or district = any ((select scope_codes('districts'))::text[]))
);
create policy scoped on charge for select to tianyan_scoped using (
  (select scope_open('units')) or units && (select scope_codes('units'))::text[]
);
create policy scoped on order_face for select to tianyan_scoped using (
  (((select scope_open('sources')) and (select scope_open('districts'))) or origin in (select o.id from origin o))
  and ((select scope_open('units')) or no in (select scope_order_numbers()))
);
create policy scoped on finding_face for select to tianyan_scoped using (
  (((select scope_open('sources')) and (select scope_open('districts'))) or origin in (select o.id from origin o))
  and case when (select scope_open('units')) then not (select scope_recused()) or id not in (select scope_recusals())
    else id in (select scope_findings()) end
);
-- Counts of whole sources: for whom no part of them is out of sight.
create policy scoped on batch_figure for select to tianyan_scoped using (
  (select scope_open('districts')) and (select scope_open('units'))
  and ((select scope_open('sources')) or source = any ((select scope_codes('sources'))::text[]))
);
create policy scoped on batch_recount for select to tianyan_scoped using (
  (select scope_open('districts')) and (select scope_open('units'))
);

-- Rejected rows have no district and no unit: they are seen by whom neither narrows.
create policy scoped on import_reject for select to tianyan_scoped using (
  (select scope_open('districts')) and (select scope_open('units'))
  and ((select scope_open('sources')) or exists (
    select from import_batch b where b.id = import_reject.batch
      and b.source = any ((select scope_codes('sources'))::text[])))
);

-- What judging and showing depend on, and is nobody's case.
grant select on source, unit, competence, parameter_version, judgement, generation, unit_merger, holiday
  to tianyan_app, tianyan_county, tianyan_scoped, tianyan_replay;
grant select on setting, schema_migration to tianyan_app, tianyan_replay;
grant select on import_batch, import_file to tianyan_county, tianyan_scoped;
grant insert, update, delete on setting to tianyan_app, tianyan_replay;

-- What recording writes.
grant insert, update, delete on source, unit, competence, parameter_version, judgement, generation, unit_merger, holiday
  to tianyan_replay;
grant select, insert, update, delete on import_batch, import_file, import_job, batch_overlap, source_profile,
  ingest_request, upload, registry_change to tianyan_replay;
grant usage on sequence finding_id_seq to tianyan_replay;

-- Rows on their way in: emptied and indexed by those who do not own the table.
grant select, insert on import_staging to tianyan_replay;

create function import_staging_empty() returns void language sql volatile security definer
set search_path = public, pg_temp as $$
  drop index if exists import_staging_order;
  truncate import_staging;
$$;

create function import_staging_index() returns void language sql volatile security definer
set search_path = public, pg_temp as $$
  create index import_staging_order on import_staging (order_id);
$$;

create function analyze_orders() returns void language sql volatile security definer
set search_path = public, pg_temp as $$
  analyze orders, order_event, source_row, finding, finding_unit, leg, order_face, finding_face, origin, charge, verdict;
$$;

revoke all on function import_staging_empty(), import_staging_index(), analyze_orders() from public;
grant execute on function import_staging_empty(), import_staging_index(), analyze_orders() to tianyan_replay;
