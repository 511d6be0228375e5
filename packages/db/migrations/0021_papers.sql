-- Papers from draft to reply, and the receipts of the units that they are served to.

-- Locked by whoever issues a paper until it is out: numbers of a kind and year have no gaps.
create table paper_counter (
  kind text not null,
  year integer not null,
  last integer not null check (last > 0),
  primary key (kind, year)
);

-- Wording of a kind of paper; every change is a version of its own. Nothing here yet: the wording that the product comes with.
create table paper_template (
  kind text not null,
  version integer not null check (version > 0),
  mark text not null,
  body jsonb not null,
  author text not null,
  at timestamptz not null,
  primary key (kind, version)
);
comment on column paper_template.mark is 'what stands before the year in a number: 阳纪督';

create table paper (
  id bigint primary key generated always as identity,
  case_id bigint not null references supervision_case,
  kind text check (kind in ('supervision_order', 'work_reminder', 'supervision_letter', 'proposal', 'circular')),
  naming text not null default 'addressee' check (naming in ('addressee', 'units', 'people')),
  state text not null check (state in ('draft', 'submitted', 'approved', 'issued', 'corrected', 'withdrawn', 'dropped')),
  title text not null,
  mark text,
  year integer,
  no integer,
  number text,
  reply_days integer check (reply_days between 1 and 250),
  corrects bigint references paper,
  template integer,
  text_no integer not null default 0,
  drafted_by text not null,
  drafted_account text,
  drafted_at timestamptz not null,
  facts_at timestamptz,
  submitted_account text,
  sent_on date,
  issued_by text,
  issued_at timestamptz,
  version integer not null default 1,
  unique (kind, year, no),
  check ((year is null) = (no is null)),
  check (year is null or mark is not null),
  check ((state in ('issued', 'corrected', 'withdrawn')) = (number is not null)),
  check ((number is null) = (sent_on is null)),
  check ((number is null) = (issued_at is null)),
  check (kind is not null or number is not null),
  check ((kind is null) = (facts_at is null))
);
comment on column paper.kind is 'null: it was written and numbered outside, and is on record only';
comment on column paper.template is 'version of the wording that it was drafted with; null: what the product comes with';
comment on column paper.facts_at is 'as of when the text says what happened to its orders; null: it was written outside';
comment on column paper.text_no is 'the text as it is now; of what was issued, the one that went out';
create index paper_case on paper (case_id);
create index paper_corrects on paper (corrects);

-- The text as each hand left it.
create table paper_text (
  paper_id bigint not null references paper,
  no integer not null,
  body jsonb not null,
  account text,
  author text not null,
  at timestamptz not null,
  primary key (paper_id, no)
);

create table paper_recipient (
  id bigint primary key generated always as identity,
  paper_id bigint not null references paper,
  position integer not null,
  unit text not null,
  state text check (state in ('served', 'acknowledged', 'replied')),
  served_at timestamptz,
  due_on date,
  acknowledged_by text,
  acknowledged_at timestamptz,
  reply text,
  replied_on date,
  replied_by text,
  returned text,
  reminded integer not null default 0,
  reminded_at timestamptz,
  unique (paper_id, unit),
  check ((state is null) = (served_at is null)),
  check ((state is not distinct from 'replied') = (replied_on is not null)),
  check (state is distinct from 'replied' or reply is not null)
);
comment on column paper_recipient.state is 'null: the paper is not issued yet';
comment on column paper_recipient.due_on is 'the last day on which a reply is in time; null: none is asked for';
comment on column paper_recipient.returned is 'why the last reply was not enough';
create index paper_recipient_unit on paper_recipient (unit);
create index paper_recipient_due on paper_recipient (due_on) where state in ('served', 'acknowledged');

create table paper_approval (
  id bigint primary key generated always as identity,
  paper_id bigint not null references paper,
  text_no integer not null,
  verdict text not null check (verdict in ('approved', 'sent_back')),
  account text,
  author text not null,
  reason text not null,
  at timestamptz not null,
  lapsed_at timestamptz
);
comment on column paper_approval.lapsed_at is 'when the paper went back to be changed: from then on it counts no more, and is kept';
create index paper_approval_paper on paper_approval (paper_id);

create table paper_event (
  id bigint primary key generated always as identity,
  paper_id bigint not null references paper,
  at timestamptz not null,
  kind text not null,
  account text,
  actor text not null,
  post text not null,
  reason text not null,
  before jsonb,
  after jsonb
);
create index paper_event_paper on paper_event (paper_id);

-- What cases knew of papers until now were numbers, dates and replies: they become papers that were written outside.
do $$
declare
  known record;
  made bigint;
begin
  for known in select * from case_paper order by id loop
    insert into paper (case_id, state, title, number, drafted_by, drafted_at, sent_on, issued_by, issued_at)
    values (known.case_id, 'issued', '', known.number, known.author, known.at, known.sent_on, known.author, known.at)
    returning id into made;
    insert into paper_recipient (paper_id, position, unit, state, served_at, due_on, reply, replied_on, replied_by)
    values (made, 0, known.unit, case when known.answered_on is null then 'served' else 'replied' end, known.at, known.answer_by,
      known.reply, known.answered_on, case when known.answered_on is null then null else known.author end);
  end loop;
end $$;
drop table case_paper;

-- Which papers are in scope: those of cases in scope; for a unit's contact those that were served to the unit or one below it.
create function scope_papers() returns setof bigint
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select p.id from paper p where not (select scope_own()) and p.case_id in (select scope_cases())
  union all
  select r.paper_id from paper_recipient r
  where (select scope_own()) and r.served_at is not null and r.unit = any ((select scope_codes('units'))::text[]);
end;
revoke all on function scope_papers() from public;
grant execute on function scope_papers() to tianyan_scoped;

do $$
declare
  name text;
begin
  foreach name in array array['paper', 'paper_text', 'paper_recipient', 'paper_approval', 'paper_event'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy owner on %I to current_user using (true) with check (true)', name);
    execute format('create policy replay on %I to tianyan_replay using (true) with check (true)', name);
    execute format('create policy county on %I for select to tianyan_county using (true)', name);
    -- How it was written and approved is the house's own: a unit sees what went out, and its own receipt.
    execute format('create policy scoped on %I for select to tianyan_scoped using (%s)', name, case name
      when 'paper' then 'id in (select scope_papers())'
      when 'paper_text' then $p$paper_id in (select scope_papers()) and (not (select scope_own())
        or no = (select p.text_no from paper p where p.id = paper_id))$p$
      when 'paper_recipient' then $p$paper_id in (select scope_papers()) and (not (select scope_own())
        or (served_at is not null and unit = any ((select scope_codes('units'))::text[])))$p$
      else 'not (select scope_own()) and paper_id in (select scope_papers())' end);
    execute format('grant select on %I to tianyan_county, tianyan_scoped', name);
    execute format('grant select, insert on %I to tianyan_replay', name);
  end loop;
end $$;
grant update on paper, paper_recipient, paper_approval to tianyan_replay;
grant delete on paper_recipient to tianyan_replay;
grant select, insert, update on paper_counter to tianyan_replay;
grant select on paper_template to tianyan_app, tianyan_county, tianyan_scoped;
grant select, insert on paper_template to tianyan_replay;
