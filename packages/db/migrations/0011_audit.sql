-- Who did what to what: a chain of hashes that only grows.

create table audit_entry (
  payload text not null,
  prev text not null unique,
  hash text not null,
  seq bigint not null primary key generated always as ((payload::jsonb ->> 'seq')::bigint) stored,
  at timestamptz not null generated always as (to_timestamp((payload::jsonb ->> 'at')::double precision / 1000)) stored,
  account text generated always as (payload::jsonb ->> 'account') stored,
  name text not null generated always as (payload::jsonb ->> 'name') stored,
  post text not null generated always as (payload::jsonb ->> 'post') stored,
  action text not null generated always as (payload::jsonb ->> 'action') stored,
  subject_type text not null generated always as (payload::jsonb -> 'subject' ->> 'type') stored,
  subject_id text not null generated always as (payload::jsonb -> 'subject' ->> 'id') stored,
  outcome text not null generated always as (payload::jsonb ->> 'outcome') stored check (outcome in ('done', 'denied')),
  request text not null generated always as (payload::jsonb ->> 'request') stored,
  address text not null generated always as (payload::jsonb ->> 'address') stored
);
comment on column audit_entry.payload is 'what is hashed: JSON as jsonb writes it; the other columns are taken from it';
comment on column audit_entry.hash is 'hex of sha256(prev, newline, payload); prev of the first entry is 64 zeros';
create index audit_entry_at on audit_entry (at);
create index audit_entry_account on audit_entry (account, seq);
create index audit_entry_name on audit_entry (name, seq);
create index audit_entry_action on audit_entry (action, seq);
create index audit_entry_subject on audit_entry (subject_type, subject_id, seq);

create table audit_head (
  singleton boolean primary key default true check (singleton),
  seq bigint not null,
  hash text not null
);
insert into audit_head (seq, hash) values (0, repeat('0', 64));

-- Entries that were taken out into a file: their two ends stay, so that what follows still verifies.
create table audit_segment (
  from_seq bigint primary key,
  to_seq bigint not null unique check (from_seq <= to_seq),
  prev text not null,
  hash text not null,
  first_at timestamptz not null,
  last_at timestamptz not null,
  file text not null,
  file_sha256 text not null,
  archived_at timestamptz not null
);

-- Holds the head until the transaction ends: call it last. Entries of one instant come one after the other, without a gap.
create function audit_append(entry jsonb) returns bigint
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  head audit_head;
  sealed text;
  seal text;
begin
  select * into strict head from audit_head for update;
  sealed := jsonb_build_object(
    'v', 1,
    'seq', head.seq + 1,
    'at', floor(extract(epoch from clock_timestamp()) * 1000)::bigint,
    'account', entry -> 'account',
    'name', entry -> 'name',
    'post', entry -> 'post',
    'action', entry -> 'action',
    'subject', jsonb_build_object('type', entry #> '{subject,type}', 'id', entry #> '{subject,id}'),
    'before', entry -> 'before',
    'after', entry -> 'after',
    'outcome', entry -> 'outcome',
    'request', entry -> 'request',
    'address', entry -> 'address')::text;
  seal := encode(sha256(convert_to(head.hash || chr(10) || sealed, 'UTF8')), 'hex');
  insert into audit_entry (payload, prev, hash) values (sealed, head.hash, seal);
  update audit_head set seq = head.seq + 1, hash = seal;
  return head.seq + 1;
end $$;
revoke all on function audit_append(jsonb) from public;

create function audit_refuse() returns trigger language plpgsql as $$
begin
  raise exception 'the audit trail is not changed' using errcode = 'insufficient_privilege';
end $$;

-- Only what lies in a segment may go, and audit_archive puts nothing into one that is younger than six months.
create function audit_refuse_delete() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if old.seq <= (select max(to_seq) from audit_segment) then return old; end if;
  raise exception 'the audit trail is not changed' using errcode = 'insufficient_privilege';
end $$;

create function audit_check_segment() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if new.from_seq <> coalesce((select max(to_seq) from audit_segment), 0) + 1
    or new.prev is distinct from (select prev from audit_entry where seq = new.from_seq)
    or new.hash is distinct from (select hash from audit_entry where seq = new.to_seq) then
    raise exception 'the segment does not continue the chain' using errcode = 'check_violation';
  end if;
  if exists (select from audit_entry where seq between new.from_seq and new.to_seq
    and at > clock_timestamp() - interval '6 months') then
    raise exception 'entries are kept for six months' using errcode = 'check_violation';
  end if;
  return new;
end $$;

create trigger audit_entry_update before update or truncate on audit_entry for each statement execute function audit_refuse();
create trigger audit_entry_delete before delete on audit_entry for each row execute function audit_refuse_delete();
create trigger audit_head_delete before delete or truncate on audit_head for each statement execute function audit_refuse();
create trigger audit_segment_change before update or delete or truncate on audit_segment
  for each statement execute function audit_refuse();
create trigger audit_segment_insert before insert on audit_segment for each row execute function audit_check_segment();

-- Takes entries that lie in `file` out of the table; for the owner alone.
create function audit_archive(first bigint, last bigint, file text, file_sha256 text) returns void
language plpgsql volatile set search_path = public, pg_temp as $$
begin
  perform from audit_head for update;
  insert into audit_segment (from_seq, to_seq, prev, hash, first_at, last_at, file, file_sha256, archived_at)
  select first, last, (select prev from audit_entry where seq = first), (select hash from audit_entry where seq = last),
    (select min(at) from audit_entry where seq between first and last),
    (select max(at) from audit_entry where seq between first and last), file, file_sha256, clock_timestamp();
  delete from audit_entry where seq between first and last;
end $$;
revoke all on function audit_archive(bigint, bigint, text, text) from public;

do $$
declare
  member text;
begin
  foreach member in array array['tianyan_app', 'tianyan_replay'] loop
    if exists (select from pg_roles where rolname = member) then
      execute format('revoke all on audit_entry, audit_head, audit_segment from %I', member);
      execute format('grant select on audit_entry, audit_head, audit_segment to %I', member);
      execute format('grant execute on function audit_append(jsonb) to %I', member);
    end if;
  end loop;
end $$;
