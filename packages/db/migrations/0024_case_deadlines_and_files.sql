-- Deadlines of stages are the commission's own; a finding in a case is followed as decisions are; files of cases are encrypted.

create table case_deadline (
  stage text primary key check (stage in ('clue', 'check', 'supervise', 'file', 'rectify', 'look_back')),
  working_days integer not null check (working_days between 1 and 250),
  author text not null,
  changed_at timestamptz not null
);
comment on table case_deadline is 'empty: those that hold where nobody said otherwise';
grant select on case_deadline to tianyan_app, tianyan_county, tianyan_scoped, tianyan_replay;
grant insert, update on case_deadline to tianyan_replay;

-- The interval that the finding had, and the finding on which the row hangs now.
alter table case_finding add column lasts_from timestamptz, add column lasts_to timestamptz, add column finding bigint;
comment on column case_finding.key is 'of the finding when it was put into the case, with the interval that it had';
comment on column case_finding.finding is 'the finding that it is now, kept by triggers; null: that is no more';
update case_finding c set lasts_from = f.first_at, lasts_to = f.cleared_at, finding = f.id
from finding f
where f.source = c.source and f.order_id = c.order_id and f.key = c.key and f.to_gen = 9223372036854775807;
update case_finding set lasts_from = added_at where lasts_from is null;
alter table case_finding alter column lasts_from set not null;
create index case_finding_now on case_finding (finding);

create function follow_case_findings() returns trigger language plpgsql as $$
begin
  if exists (select from case_finding) then
    update case_finding c set finding = n.id
    from (
      select o.id as entry, i.id
      from (select distinct t.source, t.order_id from changed t) t
        join case_finding o on o.source = t.source and o.order_id = t.order_id
        left join lateral finding_that_is(o.source, o.order_id, o.key, o.rule, o.key_unit, o.lasts_from, o.lasts_to) i on true) n
    where c.id = n.entry and c.finding is distinct from n.id;
  end if;
  return null;
end $$;
create trigger findings_of_cases_added after insert on finding referencing new table as changed
  for each statement execute function follow_case_findings();
create trigger findings_of_cases_changed after update on finding referencing new table as changed
  for each statement execute function follow_case_findings();
create trigger findings_of_cases_gone after delete on finding referencing old table as changed
  for each statement execute function follow_case_findings();

-- A file by its content: the same one is kept once, under a key of its own, which another key can take over.
create table attachment_file (
  sha256 text primary key,
  key_id text not null,
  wrapped bytea not null
);
comment on column attachment_file.sha256 is 'of what is in it, not of how it lies on the disk';
grant select, insert, update on attachment_file to tianyan_replay;
