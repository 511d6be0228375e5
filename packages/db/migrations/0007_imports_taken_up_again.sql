-- An import that was cut off is taken up again: from which uploads, and how often it was begun.

alter table import_job
  add column uploads text[] not null default '{}',
  add column attempts integer not null default 0;
