-- What a unit sends as evidence of a measure is a file of the case and of that measure.
alter table case_measure add unique (case_id, id);
alter table case_attachment add column measure bigint,
  add foreign key (case_id, measure) references case_measure (case_id, id);
create index case_attachment_measure on case_attachment (measure) where measure is not null;

-- A unit's contact sees those of its own measures, and no other file of the case.
drop policy scoped on case_attachment;
create policy scoped on case_attachment for select to tianyan_scoped using (case_id in (select scope_cases())
  or ((select scope_own()) and measure in
    (select m.id from case_measure m where m.unit = any ((select scope_codes('units'))::text[]))));
