-- Sources, units, batches, orders with everything that happened to them, and the findings made of it.
-- Every key of the big tables begins with source and order.

create table source (
  code text primary key,
  name text not null,
  zone text,
  calendar text,
  shape text not null check (shape in ('event', 'state', 'step')),
  profile jsonb not null,
  declared text[],
  recorded text[] not null default '{}',
  created_at timestamptz not null
);
comment on column source.declared is 'kinds the profile declares; null: those that were met';

create table unit (
  code text primary key,
  name text not null,
  pinyin text not null,
  parent text not null default '',
  kind text not null default '',
  aliases text[] not null default '{}',
  provisional boolean not null,
  ordinal integer not null,
  recorded_at timestamptz not null
);
comment on column unit.ordinal is 'order of the units file: the first centre is the chief';

create table competence (
  category text not null,
  unit text not null,
  primary key (category, unit)
);

create table parameter_version (
  id bigint generated always as identity primary key,
  document jsonb not null,
  author text not null,
  reason text not null,
  effective_at timestamptz not null,
  created_at timestamptz not null
);

create table judgement (
  id bigint generated always as identity primary key,
  hash text not null unique,
  parameter_version bigint not null references parameter_version,
  created_at timestamptz not null
);
comment on column judgement.hash is 'over parameters, working-day table, competence catalogue and unit map';

create table generation (
  singleton boolean primary key default true check (singleton),
  current bigint not null
);
insert into generation (current) values (1);

create table setting (
  name text primary key,
  value jsonb not null
);

create table import_batch (
  id bigint generated always as identity primary key,
  source text not null,
  profile_hash text not null,
  actor text not null,
  recorded_at timestamptz not null,
  counts jsonb not null
);

comment on column import_batch.source is 'of the profile; the rows of an orders table may name others';

create table import_file (
  batch bigint not null references import_batch,
  ordinal integer not null,
  name text not null,
  role text not null,
  sha256 text not null,
  profile_hash text not null,
  rows bigint not null,
  rejected bigint not null,
  primary key (batch, ordinal)
);
create index import_file_sha256 on import_file (sha256);

create table import_reject (
  id bigint generated always as identity primary key,
  batch bigint not null references import_batch,
  file text not null,
  row bigint not null,
  column_name text not null,
  value text not null,
  code text not null,
  zh text not null,
  en text not null
);
create index import_reject_batch on import_reject (batch);

create table orders (
  source text not null references source,
  order_id text not null,
  title text not null,
  content text not null,
  category text not null,
  order_type text not null,
  urgency text not null,
  sla_class text not null,
  district text not null,
  channel text not null,
  line text not null,
  citizen_key text not null,
  location text not null,
  demand_class text not null,
  recorded_at timestamptz not null,
  batch bigint not null references import_batch,
  accepted_at timestamptz,
  open_during tstzmultirange not null,
  exempt_during tstzmultirange not null,
  parameter_version bigint references parameter_version,
  primary key (source, order_id)
);
create index orders_accepted on orders ((coalesce(accepted_at, '-infinity'::timestamptz)) desc, source desc, order_id desc);

create table source_row (
  source text not null,
  order_id text not null,
  position bigint not null,
  ref text not null,
  cells jsonb not null,
  recorded_at timestamptz not null,
  batch bigint not null references import_batch,
  primary key (source, order_id, position)
);
comment on table source_row is 'mapped rows of sources of shape state and step: what their events are derived from';

create table order_event (
  source text not null,
  order_id text not null,
  position bigint not null,
  part integer not null,
  batch bigint not null references import_batch,
  ref text not null,
  has_id boolean not null,
  at timestamptz not null,
  kind text not null,
  unit text,
  to_unit text,
  reason_code text,
  text text,
  operator text,
  result text,
  due_at timestamptz,
  recorded_at timestamptz not null,
  superseded_at timestamptz,
  primary key (source, order_id, position, part, batch)
);
comment on column order_event.unit is 'as the source writes it; names and aliases are resolved when it is judged';
comment on column order_event.superseded_at is 'derived event that later rows of its order took back';

create table leg (
  source text not null,
  order_id text not null,
  ordinal integer not null,
  unit text not null,
  start_at timestamptz not null,
  end_at timestamptz,
  primary key (source, order_id, ordinal)
);
create index leg_unit on leg (unit, start_at);

create table finding (
  id bigint generated by default as identity primary key,
  source text not null,
  order_id text not null,
  key text not null,
  rule text not null,
  key_unit text,
  key_event text,
  yellow_at timestamptz,
  orange_at timestamptz,
  red_at timestamptz,
  first_at timestamptz not null,
  latest_at timestamptz not null,
  cleared_at timestamptz,
  events text[] not null,
  measure json not null,
  exempt boolean not null,
  provisional boolean not null,
  district text not null,
  category text not null,
  open_during tstzmultirange not null,
  exempt_during tstzmultirange not null,
  watch_during tstzrange not null,
  judgement bigint not null references judgement,
  from_gen bigint not null,
  to_gen bigint not null default 9223372036854775807,
  check (from_gen < to_gen)
);
comment on column finding.watch_during is 'from the first step to the last instant at which it can be on the watchlist';
comment on column finding.to_gen is 'the first generation that no longer has it';
create index finding_order on finding (source, order_id, key);
create index finding_watch on finding using gist (watch_during);
create index finding_first on finding (first_at);

create table finding_unit (
  finding bigint not null references finding on delete cascade,
  unit text not null,
  since timestamptz not null,
  primary key (finding, unit)
);
create index finding_unit_unit on finding_unit (unit, finding);

-- Rows of an import on their way in, grouped by order before they count; emptied when an import begins.
create unlogged table import_staging (
  order_id text not null,
  is_order boolean not null,
  file integer not null,
  seq bigint not null,
  cells text not null
);
