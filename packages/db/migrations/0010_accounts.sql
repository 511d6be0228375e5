-- People, their posts, and how they get in.

create table account (
  id bigint primary key generated always as identity,
  login text not null,
  name text not null,
  kind text not null check (kind in ('commission', 'unit', 'system', 'security', 'audit')),
  unit text,
  demo boolean not null default false,
  password text,
  password_changed_at timestamptz,
  failures integer not null default 0,
  locked_until timestamptz,
  disabled_at timestamptz,
  last_signed_in_at timestamptz,
  author text not null,
  created_at timestamptz not null,
  unique (id, kind),
  check (password is null or password_changed_at is not null)
);
comment on column account.kind is 'for good: appointments refer to it';
comment on column account.unit is 'the own unit: its cases are out of sight';
comment on column account.password is 'argon2id, as PHC string';
comment on column account.failures is 'attempts since the last that succeeded, those under way included';
create unique index account_login on account (lower(login));

-- The three administrators are kept apart from each other and from business: an account is of one kind, and a post belongs to one.
create table appointment (
  id bigint primary key generated always as identity,
  account bigint not null,
  kind text not null,
  post text not null,
  sources text[],
  districts text[],
  units text[],
  starts_at timestamptz not null,
  ends_at timestamptz,
  author text not null,
  foreign key (account, kind) references account (id, kind),
  constraint appointment_kind_of_post check ((kind, post) in (
    ('commission', 'inspector'), ('commission', 'liaison'), ('commission', 'leader'),
    ('commission', 'data_steward'), ('commission', 'rule_keeper'),
    ('unit', 'unit_contact'), ('system', 'system_admin'), ('security', 'security_admin'), ('audit', 'auditor'))),
  constraint appointment_one_unit check (post <> 'unit_contact' or coalesce(cardinality(units), 0) = 1),
  constraint appointment_scope_not_empty
    check (coalesce(cardinality(sources), 1) > 0 and coalesce(cardinality(districts), 1) > 0 and coalesce(cardinality(units), 1) > 0),
  check (ends_at >= starts_at)
);
comment on column appointment.sources is 'null: all; so with districts and units';
create index appointment_account on appointment (account);

create table session (
  id bigint primary key generated always as identity,
  token bytea not null unique,
  account bigint not null references account,
  appointment bigint references appointment,
  method text not null check (method in ('password', 'link', 'oidc')),
  must_choose_password boolean not null default false,
  factor_at timestamptz,
  address text not null,
  agent text not null,
  created_at timestamptz not null,
  last_seen_at timestamptz not null
);
comment on column session.token is 'sha256 of what the cookie holds';
create index session_account on session (account);

create table factor (
  account bigint primary key references account,
  secret text not null,
  confirmed_at timestamptz,
  last_counter bigint not null default 0,
  created_at timestamptz not null
);
comment on column factor.secret is 'sealed with the installation''s key';
comment on column factor.last_counter is 'of the latest code that was accepted: none at or before it is again';

create table one_time_link (
  token bytea primary key,
  account bigint not null references account,
  purpose text not null check (purpose in ('invite', 'reset', 'demo')),
  author text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
comment on column one_time_link.token is 'sha256 of what the link holds';
create index one_time_link_account on one_time_link (account);

create table sign_in_attempt (
  id bigint primary key generated always as identity,
  address text not null,
  at timestamptz not null
);
comment on table sign_in_attempt is 'those that failed, and those under way';
create index sign_in_attempt_address on sign_in_attempt (address, at);

create table password_before (
  account bigint not null references account,
  set_at timestamptz not null,
  password text not null,
  primary key (account, set_at)
);

do $$
begin
  if exists (select from pg_roles where rolname = 'tianyan_app') then
    grant select, insert, update on account, appointment to tianyan_app;
    grant select, insert, update, delete on session, factor, one_time_link, sign_in_attempt, password_before to tianyan_app;
  end if;
end $$;
