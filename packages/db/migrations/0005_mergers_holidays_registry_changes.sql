-- What people say of units and days, on top of what files and the built-in table say.

create table unit_merger (
  unit text primary key references unit (code) on delete cascade on update cascade,
  into_unit text not null references unit (code) on update cascade,
  from_date date not null,
  note text not null,
  actor text not null,
  recorded_at timestamptz not null
);
comment on table unit_merger is 'orders that reach the unit from that date on are the other''s; what was before stays its own';

create table holiday (
  date date primary key,
  works boolean not null,
  note text not null,
  actor text not null,
  recorded_at timestamptz not null
);
comment on table holiday is 'days that are worked or off, whatever the built-in table says';

create table registry_change (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('unit', 'confirmation', 'merger', 'competence', 'holiday')),
  subject jsonb not null,
  state text not null check (state in ('waiting', 'running', 'done', 'failed', 'cancelled')),
  preview boolean not null,
  actor text not null,
  created_at timestamptz not null,
  finished_at timestamptz,
  progress jsonb,
  effect jsonb,
  error jsonb
);
