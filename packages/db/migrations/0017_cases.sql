-- Supervision cases, from a clue to sign-off, with everything that belongs to them.

-- Locked by whoever opens a case until it is there: numbers of a year have no gaps.
create table case_counter (
  year integer primary key,
  last integer not null check (last > 0)
);

create table supervision_case (
  id bigint primary key generated always as identity,
  year integer not null,
  no integer not null,
  title text not null,
  note text not null,
  origin text not null check (origin in ('findings', 'orders', 'check', 'hand')),
  stage text not null check (stage in
    ('clue', 'check', 'supervise', 'file', 'rectify', 'look_back', 'signed_off', 'closed', 'transferred', 'suspended')),
  stage_since timestamptz not null,
  suspended_from text,
  assignee bigint references account,
  assignee_name text,
  opened_by text not null,
  opened_at timestamptz not null,
  version integer not null default 1,
  unique (year, no),
  check ((stage = 'suspended') = (suspended_from is not null)),
  check ((assignee is null) = (assignee_name is null))
);
comment on column supervision_case.version is 'counts changes: whoever changes the case says which they saw';

create table case_unit (
  case_id bigint not null references supervision_case,
  unit text not null,
  added_at timestamptz not null,
  primary key (case_id, unit)
);
create index case_unit_unit on case_unit (unit);

create table case_order (
  case_id bigint not null references supervision_case,
  source text not null,
  order_id text not null,
  added_at timestamptz not null,
  primary key (case_id, source, order_id)
);
create index case_order_order on case_order (source, order_id);

-- A finding by its identity, which outlives every judgement.
create table case_finding (
  id bigint primary key generated always as identity,
  case_id bigint not null references supervision_case,
  source text not null,
  order_id text not null,
  key text not null,
  rule text not null,
  key_unit text,
  key_event text,
  added_at timestamptz not null,
  outcome text check (outcome = 'confirmed'),
  unique (case_id, source, order_id, key)
);
create index case_finding_finding on case_finding (source, order_id, key);

create table case_check (
  id bigint primary key generated always as identity,
  case_id bigint not null references supervision_case,
  kind text not null check (kind in ('open_visit', 'unannounced_visit', 'questionnaire')),
  date date not null,
  place text not null,
  result text not null,
  author text not null,
  at timestamptz not null
);
create index case_check_case on case_check (case_id);

create table case_measure (
  id bigint primary key generated always as identity,
  case_id bigint not null references supervision_case,
  version integer not null default 1,
  problem text not null,
  measure text not null,
  unit text not null,
  due_on date not null,
  state text not null default 'asked' check (state in ('asked', 'reported', 'returned', 'accepted')),
  asked_at timestamptz not null,
  evidence text,
  reported_by text,
  reported_at timestamptz,
  checked_by text,
  checked_at timestamptz,
  checked_note text,
  look_back text check (look_back in ('held', 'not_held')),
  look_back_note text
);
create index case_measure_case on case_measure (case_id);
create index case_measure_unit on case_measure (unit);

create table case_person (
  id bigint primary key generated always as identity,
  case_id bigint not null references supervision_case,
  name text not null,
  unit text not null,
  post text not null,
  discipline text not null,
  form integer not null check (form between 1 and 4),
  sanction text,
  decided_on date not null,
  paper text not null,
  author text not null,
  at timestamptz not null
);
create index case_person_case on case_person (case_id);

create table case_system (
  id bigint primary key generated always as identity,
  case_id bigint not null references supervision_case,
  unit text not null,
  kind text not null check (kind in ('rule', 'process')),
  before text not null,
  after text not null,
  document text not null,
  author text not null,
  at timestamptz not null
);
create index case_system_case on case_system (case_id);

create table case_paper (
  id bigint primary key generated always as identity,
  case_id bigint not null references supervision_case,
  number text not null,
  unit text not null,
  sent_on date not null,
  answer_by date not null check (answer_by >= sent_on),
  answered_on date,
  reply text,
  author text not null,
  at timestamptz not null,
  check ((answered_on is null) = (reply is null))
);
create index case_paper_case on case_paper (case_id);

create table case_approval (
  id bigint primary key generated always as identity,
  case_id bigint not null references supervision_case,
  action text not null check (action in ('to_file', 'sign_off', 'close', 'transfer')),
  reason text not null,
  asked_by text not null,
  asked_account text,
  asked_at timestamptz not null,
  verdict text check (verdict in ('granted', 'denied')),
  verdict_by text,
  verdict_at timestamptz,
  verdict_reason text,
  lapsed_at timestamptz
);
comment on column case_approval.lapsed_at is 'when the case moved: from then on it counts no more, and is kept';
create index case_approval_case on case_approval (case_id);

create table case_comment (
  id bigint primary key generated always as identity,
  case_id bigint not null references supervision_case,
  text text not null,
  mentions jsonb not null,
  author text not null,
  at timestamptz not null
);
comment on column case_comment.mentions is 'a list of {account, name}';
create index case_comment_case on case_comment (case_id);

create table case_attachment (
  id bigint primary key generated always as identity,
  case_id bigint not null references supervision_case,
  name text not null,
  type text not null,
  size integer not null check (size > 0),
  sha256 text not null,
  author text not null,
  at timestamptz not null
);
create index case_attachment_case on case_attachment (case_id);

-- The timeline: what happened, with old and new values, in the transaction of the change.
create table case_event (
  id bigint primary key generated always as identity,
  case_id bigint not null references supervision_case,
  at timestamptz not null,
  kind text not null,
  account text,
  actor text not null,
  post text not null,
  reason text not null,
  before jsonb,
  after jsonb
);
create index case_event_case on case_event (case_id);

-- Which cases are in scope: by a unit or an order of theirs, and none that names a unit from which the reader is recused. Looks
-- behind the policies, as those of findings do; tells ids and no more. Orders of cases are few: each is looked up, as scope_orders
-- would say of it, and not all that are in scope.
create function scope_cases() returns setof bigint
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select c.id from supervision_case c
  where not (select scope_own())
    and (not (select scope_recused())
      or c.id not in (select r.case_id from case_unit r where r.unit = any ((select scope_codes('recused'))::text[])))
    and (((select scope_open('sources')) and (select scope_open('districts')) and (select scope_open('units')))
      or c.id in (select u.case_id from case_unit u where u.unit = any ((select scope_codes('units'))::text[]))
      or c.id in (select k.case_id from case_order k join orders o on o.source = k.source and o.order_id = k.order_id
        where ((select scope_open('sources')) or o.source = any ((select scope_codes('sources'))::text[]))
          and ((select scope_open('districts')) or o.district = any ((select scope_codes('districts'))::text[]))
          and ((select scope_open('units'))
            or exists (select from leg l where l.source = o.source and l.order_id = o.order_id
              and l.unit = any ((select scope_codes('units'))::text[]))
            or exists (select from finding f join finding_unit u on u.finding = f.id
              where f.source = o.source and f.order_id = o.order_id
                and f.from_gen <= (select current from generation) and f.to_gen > (select current from generation)
                and u.unit = any ((select scope_codes('units'))::text[])
                and not exists (select from finding_unit r
                  where r.finding = f.id and r.unit = any ((select scope_codes('recused'))::text[]))))));
end;

-- A unit knows the number of the case that asked something of it, and nothing else of the case.
create function case_numbers(ids bigint[]) returns table (id bigint, year integer, no integer)
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select c.id, c.year, c.no from supervision_case c where c.id = any (ids);
end;

-- Who was dealt with is shown to few: whoever may see it says so in the transaction.
create function people_shown() returns boolean language sql stable set search_path = public, pg_temp
  return coalesce(current_setting('tianyan.people', true) = 'yes', false);

-- How many were dealt with is no secret of a case that is in sight.
create function case_people(ids bigint[]) returns table (id bigint, people integer)
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select p.case_id, count(*)::integer from case_person p where p.case_id = any (ids) group by p.case_id;
end;

revoke all on function scope_cases(), case_numbers(bigint[]), people_shown(), case_people(bigint[]) from public;
grant execute on function scope_cases() to tianyan_scoped;
grant execute on function case_numbers(bigint[]), people_shown(), case_people(bigint[])
  to tianyan_county, tianyan_scoped, tianyan_replay;

do $$
declare
  name text;
begin
  foreach name in array array['supervision_case', 'case_unit', 'case_order', 'case_finding', 'case_check', 'case_measure',
      'case_person', 'case_system', 'case_paper', 'case_approval', 'case_comment', 'case_attachment', 'case_event'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy owner on %I to current_user using (true) with check (true)', name);
    execute format('create policy replay on %I to tianyan_replay using (true) with check (true)', name);
    execute format('create policy county on %I for select to tianyan_county using (%s)', name,
      case name when 'case_person' then '(select people_shown())' else 'true' end);
    execute format('create policy scoped on %I for select to tianyan_scoped using (%s)', name, case name
      when 'supervision_case' then 'id in (select scope_cases())'
      when 'case_person' then '(select people_shown()) and case_id in (select scope_cases())'
      when 'case_measure' then $p$case_id in (select scope_cases())
        or ((select scope_own()) and unit = any ((select scope_codes('units'))::text[]))$p$
      else 'case_id in (select scope_cases())' end);
    execute format('grant select on %I to tianyan_county, tianyan_scoped', name);
    execute format('grant select, insert on %I to tianyan_replay', name);
  end loop;
end $$;
-- What was recorded is not changed; these five go on.
grant update on supervision_case, case_finding, case_measure, case_paper, case_approval to tianyan_replay;
grant select, insert, update on case_counter to tianyan_replay;
