-- What was said of single tables of an import's files; one that was cut off is taken up again by it.

alter table import_job
  add column tables jsonb not null default '[]';
