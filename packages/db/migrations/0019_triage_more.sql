-- What the list of findings asks beside: of one order, first recorded since, exempted by an answer; and that an answer is taken back.

create index finding_face_order on finding_face (order_no);

-- When a finding was first recorded, whatever its steps are; by which act an explanation exempts, and that this was taken back.
alter table finding add column known_at timestamptz not null default '-infinity';
comment on column finding.known_at is 'when it was first recorded, by the clock of the server; -infinity: before that was kept';
alter table finding_face add column known_at timestamptz not null default '-infinity';
create index finding_face_known on finding_face (known_at);
create index decision_exempted on decision (finding) where kind = 'exempted';

alter table explanation add column act uuid, add column retracted_reason text, add column retracted_at timestamptz,
  add column retracted_by bigint references account, add column retracted_author text,
  add check (retracted_at is null or accepted),
  add check ((retracted_at is null) = (retracted_reason is null) and (retracted_at is null) = (retracted_by is null));
comment on column explanation.act is 'the act by which it exempted the finding when it was accepted';
update explanation e set act = d.act
from decision d
where e.accepted and d.kind = 'exempted' and d.source = e.source and d.order_id = e.order_id and d.at = e.answered_at
  and d.account = e.answered_by and d.text = e.answer;

-- Units see no decision, but of their findings that one is not pursued, or exempted: not by whom, and not why.
create function scope_settled(sources text[], orders text[], at timestamptz)
returns table (source text, order_id text, key text, kind text, level smallint, events integer)
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select f.source, f.order_id, f.key, d.kind, d.level, d.events
  from unnest(scope_settled.sources, scope_settled.orders) as k(source, order_id)
    join finding f on f.source = k.source and f.order_id = k.order_id
    cross join lateral (
      select o.kind, o.level, o.events from decision o
      where o.finding = f.id and o.at <= scope_settled.at and (o.undone_at is null or o.undone_at > scope_settled.at)
      order by o.id desc limit 1) d
  where d.kind in ('dismissed', 'exempted') and f.id in (select scope_findings());
end;
comment on function scope_settled is 'of findings in scope that the latest decision dismissed or exempted: how far they had come then';
revoke all on function scope_settled(text[], text[], timestamptz) from public;
grant execute on function scope_settled(text[], text[], timestamptz) to tianyan_scoped;

create or replace function keep_finding_faces() returns trigger language plpgsql as $$
begin
  insert into origin (source, district, category)
  select distinct c.source, c.district, c.category from changed c
  where not exists (select from origin o where o.source = c.source and o.district = c.district and o.category = c.category)
  on conflict do nothing;
  insert into charge (rule, units)
  select distinct c.rule, c.named from changed c
  where not exists (select from charge h where h.rule = c.rule and h.units = c.named)
  on conflict do nothing;
  insert into finding_face as f (id, from_gen, to_gen, first_at, yellow_at, orange_at, red_at, units_since, origin, charge,
    watch_during, exempt_during, words, order_no, accepted_at, urgency, known_at)
  select c.id, c.from_gen, c.to_gen, c.first_at, coalesce(c.yellow_at, 'infinity'), coalesce(c.orange_at, 'infinity'),
    coalesce(c.red_at, 'infinity'), c.named_since, o.id, h.id, c.watch_during, c.exempt_during,
    lower(coalesce(d.title, '') || e'\n' || c.order_id), d.no, coalesce(d.accepted_at, '-infinity'), urgency_number(d.urgency),
    c.known_at
  from changed c
    join origin o on o.source = c.source and o.district = c.district and o.category = c.category
    join charge h on h.rule = c.rule and h.units = c.named
    left join orders d on d.source = c.source and d.order_id = c.order_id
  on conflict (id) do update set from_gen = excluded.from_gen, to_gen = excluded.to_gen, first_at = excluded.first_at,
    yellow_at = excluded.yellow_at, orange_at = excluded.orange_at, red_at = excluded.red_at,
    units_since = excluded.units_since, origin = excluded.origin, charge = excluded.charge,
    watch_during = excluded.watch_during, exempt_during = excluded.exempt_during, words = excluded.words,
    order_no = excluded.order_no, accepted_at = excluded.accepted_at, urgency = excluded.urgency, known_at = excluded.known_at;
  return null;
end $$;
