-- What people ask by conditions of their own, and what they are told of each day.

-- Counting what an order went through asks for the replay: it is written down with the legs, by instants in order.
create table order_tally (
  no bigint primary key,
  legs timestamptz[] not null,
  transfers timestamptz[] not null,
  returns timestamptz[] not null,
  rejected_returns timestamptz[] not null,
  extensions timestamptz[] not null,
  reopenings timestamptz[] not null,
  rated timestamptz[] not null,
  ratings text[] not null,
  due timestamptz[] not null,
  due_set timestamptz[] not null,
  due_until timestamptz[] not null
);
comment on table order_tally is 'of each order with events: when what is counted happened, as the replay has it';
comment on column order_tally.returns is 'requests, whatever became of them';
comment on column order_tally.ratings is 'what was said at the instants of rated';
comment on column order_tally.due is 'due instants, each in force from due_set to before due_until';

create function drop_order_tallies() returns trigger language plpgsql as $$
begin
  delete from order_tally t using gone g where t.no = g.no;
  return null;
end $$;
create trigger order_tallies_gone after delete on orders referencing old table as gone
  for each statement execute function drop_order_tallies();

alter table order_tally enable row level security;
alter table order_tally force row level security;
create policy owner on order_tally to current_user using (true) with check (true);
create policy county on order_tally for select to tianyan_county using (true);
create policy replay on order_tally to tianyan_replay using (true) with check (true);
-- What others did to an order is not counted for a unit's contact.
create policy scoped on order_tally for select to tianyan_scoped using (
  not (select scope_own()) and no in (select f.no from order_face f)
);
grant select on order_tally to tianyan_county, tianyan_scoped;
grant select, insert, update, delete on order_tally to tianyan_replay;

create index orders_urgent on orders (no) where urgency in ('urgent', 'emergency');

create or replace function analyze_orders() returns void language sql volatile security definer
set search_path = public, pg_temp as $$
  analyze orders, order_event, source_row, finding, finding_unit, leg, order_face, finding_face, origin, charge, verdict,
    order_tally;
$$;

-- Only judging again tells of what is there: done by whoever opens the database next.
insert into setting (name, value) select 'judge_again', 'true' where exists (select from orders)
on conflict (name) do update set value = excluded.value;

create table watch_rule (
  id bigint primary key generated always as identity,
  account bigint not null references account,
  name text not null,
  condition jsonb not null,
  is_on boolean not null,
  changed_at timestamptz not null,
  looked_at timestamptz,
  seen bigint[] not null default '{}',
  unique (account, name)
);
comment on column watch_rule.seen is 'numbers of the orders that matched when its matches were looked at last';
grant select, insert, update, delete on watch_rule to tianyan_app;

create table digest_setting (
  account bigint primary key references account,
  mail boolean not null,
  address text,
  check (not mail or address is not null)
);
comment on table digest_setting is 'who has the digest mailed, and where to';
grant select, insert, update on digest_setting to tianyan_app;

create table digest (
  account bigint not null references account,
  date date not null,
  made_at timestamptz not null,
  since timestamptz not null,
  things integer not null,
  parts jsonb not null,
  seen_at timestamptz,
  mail_to text,
  mail_tries integer not null default 0,
  mail_next_at timestamptz,
  mailed_at timestamptz,
  primary key (account, date)
);
comment on table digest is 'one a day and person, as their scope was when it was made; nothing that a citizen said is in it';
comment on column digest.mail_next_at is 'when it is tried to be mailed; null: not to be mailed, or done, or given up';
create index digest_mail on digest (mail_next_at) where mail_next_at is not null;

-- A person sees their own: the transaction says whose eyes it reads with.
create function reading_account() returns bigint language sql stable set search_path = public, pg_temp
  return nullif(current_setting('tianyan.account', true), '')::bigint;
revoke all on function reading_account() from public;
grant execute on function reading_account() to tianyan_county, tianyan_scoped;

alter table digest enable row level security;
alter table digest force row level security;
create policy owner on digest to current_user using (true) with check (true);
create policy replay on digest to tianyan_replay using (true) with check (true);
create policy county on digest for select to tianyan_county using (account = (select reading_account()));
create policy scoped on digest for select to tianyan_scoped using (account = (select reading_account()));
grant select on digest to tianyan_county, tianyan_scoped;
grant select, insert, update on digest to tianyan_replay;
