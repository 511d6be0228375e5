-- What keeps the doors: how often somebody may knock, keys of machines, and sign-in through another system.

-- Lost in a crash without harm: a window is minutes long, and lockout is kept elsewhere.
create unlogged table rate_limit (
  kind text not null,
  key text not null,
  points integer not null,
  until timestamptz not null,
  primary key (kind, key)
);
comment on column rate_limit.key is 'sha256 of an address, a session or an account';
create index rate_limit_until on rate_limit (until);

create table api_key (
  id bigint primary key generated always as identity,
  name text not null,
  hash text not null unique,
  hint text not null,
  source text,
  author text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  last_used_at timestamptz,
  ended_at timestamptz,
  ended_by text,
  check ((ended_at is null) = (ended_by is null)),
  check (expires_at > created_at)
);
comment on column api_key.hash is 'sha256 of 256 random bits, which nobody keeps';
comment on column api_key.hint is 'its last four characters, to tell keys apart';
comment on column api_key.source is 'null: of every source';

create table single_sign_on (
  account bigint primary key references account,
  issuer text not null,
  subject text not null,
  author text not null,
  created_at timestamptz not null,
  unique (issuer, subject)
);
comment on table single_sign_on is 'who a person is to the single sign-on of the government';

create table single_sign_on_flow (
  state text primary key,
  nonce text not null,
  verifier text not null,
  created_at timestamptz not null
);
comment on table single_sign_on_flow is 'sign-ins under way elsewhere; taken away by the answer, so that none is used twice';
comment on column single_sign_on_flow.state is 'sha256 of what the browser holds';

grant select, insert, update, delete on rate_limit, single_sign_on, single_sign_on_flow to tianyan_app;
grant select, insert, update on api_key to tianyan_app;
