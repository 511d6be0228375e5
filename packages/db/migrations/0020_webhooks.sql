-- What becomes of findings and cases, told to systems that follow: by webhooks, or to who asks for what came since.

-- Written in the transaction of what it tells. It holds no text that anybody wrote and nobody's name.
create table feed_entry (
  id bigint primary key generated always as identity,
  seq bigint unique,
  kind text not null,
  at timestamptz not null,
  case_id bigint references supervision_case,
  source text,
  order_id text,
  key text,
  named text[] not null default '{}',
  told jsonb not null,
  check ((case_id is null) <> (order_id is null)),
  check ((source is null) = (order_id is null) and (key is null) = (order_id is null))
);
comment on column feed_entry.seq is 'given after the commit, one after the other: whoever asks for what came after one misses nothing; null: not yet';
comment on column feed_entry.named is 'units that the finding names';
create index feed_entry_fresh on feed_entry (id) where seq is null;
create index feed_entry_at on feed_entry (at);

-- Its row is locked by whoever gives numbers, or looks what became of findings.
create table feed_head (
  only_one boolean primary key default true check (only_one),
  last bigint not null,
  looked_at timestamptz
);
comment on column feed_head.looked_at is 'when findings were compared with what was told of them; null: nobody follows';
insert into feed_head (last) values (0);

-- What was told last of each finding that is to be looked at.
create table finding_told (
  source text not null,
  order_id text not null,
  key text not null,
  rule text not null,
  level smallint not null,
  named text[] not null,
  primary key (source, order_id, key)
);

create table webhook (
  id bigint primary key generated always as identity,
  name text not null,
  url text not null,
  kinds text[] not null check (cardinality(kinds) > 0),
  enabled boolean not null,
  key_id text not null,
  sealed bytea not null,
  author text not null,
  created_at timestamptz not null,
  ended_at timestamptz,
  ended_by text,
  check ((ended_at is null) = (ended_by is null))
);
comment on column webhook.sealed is 'the secret that signs, encrypted by key_id';

create table webhook_delivery (
  id bigint primary key generated always as identity,
  webhook bigint not null references webhook,
  entry bigint not null references feed_entry on delete cascade,
  state text not null default 'waiting' check (state in ('waiting', 'sent', 'dead')),
  attempts integer not null default 0,
  due_at timestamptz not null,
  give_up_at timestamptz not null,
  tried_at timestamptz,
  status integer,
  failure text,
  unique (webhook, entry)
);
comment on column webhook_delivery.failure is 'why it was not taken, in a word; null: it was, or was not tried yet';
create index webhook_delivery_due on webhook_delivery (webhook, due_at) where state = 'waiting';
create index webhook_delivery_entry on webhook_delivery (entry);

-- Keys of systems that follow, within a scope; those of `api_key` deliver rows.
create table follower (
  id bigint primary key generated always as identity,
  name text not null,
  hash text not null unique,
  hint text not null,
  reads text[] not null check (cardinality(reads) > 0 and reads <@ array['findings.read', 'cases.read']),
  sources text[],
  districts text[],
  units text[],
  author text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  last_used_at timestamptz,
  ended_at timestamptz,
  ended_by text,
  check ((ended_at is null) = (ended_by is null)),
  check (expires_at > created_at)
);
comment on column follower.hash is 'sha256 of 256 random bits, which nobody keeps';
comment on column follower.sources is 'that it sees, as districts and units, which stand for all below them; null: all';

create function feed_case_events() returns trigger language plpgsql as $$
begin
  insert into feed_entry (kind, at, case_id, told)
  select 'case.' || new.kind, new.at, c.id, jsonb_build_object('year', c.year, 'no', c.no, 'stage', c.stage, 'version', c.version)
    || case when new.kind = 'moved' then jsonb_build_object('from', new.before -> 'stage', 'action', new.after -> 'action')
      else '{}' end
  from supervision_case c where c.id = new.case_id;
  return null;
end $$;
-- Who was dealt with concerns nobody else: not even that somebody was.
create trigger feed_case_events after insert on case_event
  for each row when (new.kind <> 'person_added') execute function feed_case_events();

create function feed_decisions() returns trigger language plpgsql as $$
begin
  insert into feed_entry (kind, at, source, order_id, key, named, told)
  values (case when new.undone_at is null then 'finding.decided' else 'finding.decision_undone' end,
    coalesce(new.undone_at, new.at), new.source, new.order_id, new.key, new.named,
    jsonb_build_object('rule', new.rule, 'decision', new.kind, 'reason', new.reason));
  return null;
end $$;
create trigger feed_decisions after insert on decision for each row execute function feed_decisions();
create trigger feed_decisions_undone after update of undone_at on decision
  for each row when (old.undone_at is null and new.undone_at is not null) execute function feed_decisions();

alter table feed_entry enable row level security;
alter table feed_entry force row level security;
create policy owner on feed_entry to current_user using (true) with check (true);
create policy replay on feed_entry to tianyan_replay using (true) with check (true);
create policy county on feed_entry for select to tianyan_county using (true);
-- With its case; or with its order, by whom the units that the finding named are in sight of.
create policy scoped on feed_entry for select to tianyan_scoped using (
  not (select scope_own()) and case when case_id is not null then case_id in (select scope_cases())
    else exists (select from orders o where o.source = feed_entry.source and o.order_id = feed_entry.order_id)
      and ((select scope_open('units')) or named && (select scope_codes('units'))::text[])
      and not named && (select scope_codes('recused'))::text[] end
);
grant select on feed_entry to tianyan_county, tianyan_scoped;
grant select, insert, update, delete on feed_entry, finding_told to tianyan_replay;
grant select on feed_head to tianyan_county, tianyan_scoped;
grant select, update on feed_head to tianyan_replay;
grant select, insert, update on webhook to tianyan_app;
grant usage on sequence webhook_id_seq to tianyan_app;
grant select, update on webhook, webhook_delivery to tianyan_replay;
grant insert, delete on webhook_delivery to tianyan_replay;
grant select, insert, update on follower to tianyan_app;
grant select on follower to tianyan_replay;
grant select, update on webhook_delivery to tianyan_app;

-- What a message is about, for whoever sees that messages get there, and nothing of what it says.
create view delivered_kind as
  select e.id, e.seq, e.kind, e.at from feed_entry e where exists (select from webhook_delivery d where d.entry = e.id);
grant select on delivered_kind to tianyan_app;
