-- Who called: encrypted before it comes here, found by keyed hashes, a row for each batch that said something of it.

-- The keys by which it is encrypted are elsewhere; here is how to know them again, and the key of the hashes, encrypted by each.
create table personal_key (
  id text primary key,
  fingerprint text not null,
  wrapped bytea not null,
  created_at timestamptz not null,
  current boolean not null,
  retired_at timestamptz
);
comment on column personal_key.wrapped is 'the key of the hashes, which outlives every rotation, encrypted by this key';
comment on column personal_key.retired_at is 'when nothing was encrypted by it any more';
create unique index personal_key_current on personal_key (current) where current;

create table callers (
  source text not null,
  order_id text not null,
  batch bigint not null references import_batch,
  stated boolean not null,
  key_id text not null,
  sealed bytea not null,
  digest bytea not null,
  phone_hash bytea,
  id_hash bytea,
  primary key (source, order_id, batch)
);
comment on table callers is 'what batches say of the caller of an order; the later one counts, and takes nothing away that it leaves empty';
comment on column callers.stated is 'by a row of an orders table; else carried by an event row, which fills only what is empty';
comment on column callers.sealed is 'name, phone, identity number and address: AES-256-GCM by key_id, bound to the order id';
comment on column callers.digest is 'keyed hash of all four: equal where the same is said again';
create index callers_phone on callers (phone_hash) where phone_hash is not null;
create index callers_id_number on callers (id_hash) where id_hash is not null;
create index callers_batch on callers using brin (batch);

-- Seen with its order; never by a unit, which sees only what it did itself.
alter table callers enable row level security;
alter table callers force row level security;
create policy owner on callers to current_user using (true) with check (true);
create policy county on callers for select to tianyan_county using (true);
create policy replay on callers to tianyan_replay using (true) with check (true);
create policy scoped on callers for select to tianyan_scoped using (
  nullif(current_setting('tianyan.scope', true), '')::jsonb -> 'own' is distinct from 'true'::jsonb
  and exists (select from orders o where o.source = callers.source and o.order_id = callers.order_id)
);
grant select on callers to tianyan_county, tianyan_scoped;
grant select, insert, update, delete on callers to tianyan_replay;
grant select on personal_key to tianyan_app;
grant select, insert, update on personal_key to tianyan_replay;
