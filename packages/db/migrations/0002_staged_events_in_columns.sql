-- Events of an import wait in columns, so that they are moved into place by PostgreSQL and not written a second time.

drop table import_staging;
create unlogged table import_staging (
  order_id text not null,
  is_order boolean not null,
  file integer not null,
  seq bigint not null,
  cells text,
  part integer,
  ref text,
  at bigint,
  kind text,
  unit text,
  to_unit text,
  reason_code text,
  text text,
  operator text,
  result text,
  due_at bigint
);
comment on column import_staging.cells is 'attributes of the order, or a row of a source of shape state or step; else the columns after it';
comment on column import_staging.at is 'milliseconds, as due_at';

-- Never looked for and never compared: no statistics, which took longer than the rest of the analysis.
alter table order_event alter column text set statistics 0, alter column operator set statistics 0,
  alter column reason_code set statistics 0, alter column result set statistics 0, alter column recorded_at set statistics 0,
  alter column due_at set statistics 0;
alter table orders alter column content set statistics 0, alter column citizen_key set statistics 0,
  alter column location set statistics 0, alter column recorded_at set statistics 0;
alter table source_row alter column cells set statistics 0, alter column recorded_at set statistics 0;
alter table finding alter column measure set statistics 0, alter column events set statistics 0,
  alter column key set statistics 0, alter column key_event set statistics 0;
