-- Imports as people and machines start them: what waits, what runs, what came of it, and what it takes to undo it.

create table upload (
  id text primary key,
  name text not null,
  size bigint not null,
  sha256 text not null,
  actor text not null,
  created_at timestamptz not null
);

create table import_job (
  id bigint generated always as identity primary key,
  state text not null check (state in
    ('waiting', 'reading', 'recording', 'judging', 'done', 'failed', 'cancelled', 'undoing', 'undone')),
  via text not null check (via in ('screen', 'machine', 'folder', 'command')),
  actor text not null,
  source text,
  names text[] not null,
  profile jsonb,
  batch bigint unique references import_batch,
  files jsonb not null default '[]',
  progress jsonb,
  summary jsonb,
  error jsonb,
  created_at timestamptz not null,
  started_at timestamptz,
  finished_at timestamptz,
  undone_at timestamptz,
  undone_by text
);
comment on column import_job.names is 'of the files, without paths';
comment on column import_job.profile is 'the document it is read by; null: the built-in one';

create table source_profile (
  source text primary key,
  document jsonb not null,
  headers jsonb not null,
  author text not null,
  saved_at timestamptz not null
);

create table ingest_request (
  key text primary key,
  body_sha256 text not null,
  answer text not null,
  answer_sha256 text not null,
  summary jsonb not null,
  actor text not null,
  batch bigint references import_batch,
  created_at timestamptz not null
);
create index ingest_request_created on ingest_request (created_at);

-- What an import found and what it changed, so that it can be taken back as if it had never been.
alter table import_batch add column undone_at timestamptz, add column brought jsonb;
comment on column import_batch.brought is 'sources described, units and catalogue rows as they were before and after';

create table order_before (
  batch bigint not null references import_batch,
  source text not null,
  order_id text not null,
  attributes jsonb not null,
  primary key (source, order_id, batch)
);
comment on table order_before is 'attributes of an order as they were before a batch changed them';
create index order_before_batch on order_before (batch);

create table batch_overlap (
  batch bigint not null references import_batch,
  earlier bigint not null references import_batch,
  primary key (earlier, batch)
);
comment on table batch_overlap is 'a batch found rows on record, or corrected them, that an earlier one had brought';

-- Batches come one after the other: a few pages of index are enough to find their rows.
create index order_event_batch on order_event using brin (batch);
create index source_row_batch on source_row using brin (batch);
create index orders_batch on orders using brin (batch);

-- What was loaded before stands in the history too; it left no account by which it could be undone.
insert into import_job (state, via, actor, source, names, batch, files, summary, created_at, started_at, finished_at)
select 'done', 'command', b.actor, b.source,
  coalesce((select array_agg(f.name order by f.ordinal) from import_file f where f.batch = b.id), '{}'), b.id,
  coalesce((select jsonb_agg(jsonb_build_object('name', f.name, 'table', f.role, 'rows', f.rows, 'rejected', f.rejected,
    'known', false) order by f.ordinal) from import_file f where f.batch = b.id), '[]'),
  jsonb_build_object('orders', coalesce(b.counts->'orders', '0'), 'rows', coalesce(b.counts->'rows', '0'),
    'known_rows', coalesce(b.counts->'known', '0'), 'rejected', coalesce(b.counts->'rejected', '0'),
    'judged', coalesce(b.counts->'judged', '0'), 'findings', jsonb_build_object('added', coalesce(b.counts->'added', '0'),
    'changed', coalesce(b.counts->'changed', '0'), 'removed', coalesce(b.counts->'removed', '0')),
    'provisional_units', coalesce(b.counts->'units', '0'), 'seconds', 0),
  b.recorded_at, b.recorded_at, b.recorded_at
from import_batch b order by b.id;
