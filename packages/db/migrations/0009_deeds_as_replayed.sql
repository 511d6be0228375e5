-- Who answered a return, and which legs belong together, is written down as the replay has it: asked of the events, a verdict that was
-- given twice counted twice, and what was done and reopened at one instant was one spell.

alter table leg add column spell integer not null default 0;
comment on column leg.spell is 'place of its spell among those of the order';

create table verdict (
  source text not null,
  order_id text not null,
  ordinal integer not null,
  unit text not null,
  centre text not null,
  approved boolean not null,
  at timestamptz not null,
  primary key (source, order_id, ordinal)
);
comment on table verdict is 'what centres said to returns, where it counts';
create index verdict_at on verdict (at);
drop index order_event_verdict;

-- Only judging again tells them of what is there: done by whoever opens the database next.
insert into setting (name, value) select 'judge_again', 'true' where exists (select from orders);

-- The invented county came in by no command: the history says so.

alter table import_job drop constraint import_job_via_check;
alter table import_job add constraint import_job_via_check
  check (via in ('screen', 'machine', 'folder', 'command', 'demo'));

update import_job set via = 'demo'
where via = 'command' and names[1:4] = '{units.csv,competence.csv,orders.csv,events.csv}'
  and exists (select from setting where name = 'demo' and value = 'true');
