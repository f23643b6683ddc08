-- What may not be erased, and why: a dispute, an order of an authority. Neither retention nor erasure touches it.
create table legal_hold (
  id          uuid primary key,
  -- No foreign key: that there was a hold stays known when the customer is erased later.
  customer_id uuid not null,
  -- Goes with the customer, for it may name somebody.
  reason      text,
  set_by      uuid,
  set_at      timestamptz not null default now(),
  lifted_by   uuid,
  lifted_at   timestamptz
);
create unique index legal_hold_of on legal_hold (customer_id) where lifted_at is null;
create view held_customer as select customer_id from legal_hold where lifted_at is null;

-- Who was erased: the id alone, so that tokens that still circulate open nothing, and nothing late brings anything back.
create table customer_tombstone (
  customer_id uuid primary key,
  -- SHA-256 of the host application's id, for as long as a token of the host application lives that was made before.
  external    bytea,
  at          timestamptz not null default now()
);
create index customer_tombstone_external on customer_tombstone (external) where external is not null;

-- What was done at a customer's wish, or because it was old: counts by table, no personal data.
create table privacy_report (
  id          uuid primary key,
  what        text not null check (what in ('export', 'erasure', 'retention')),
  -- Null for retention.
  customer_id uuid,
  -- Null for the service itself and for whoever works at its command line.
  actor       uuid,
  at          timestamptz not null default now(),
  lines       jsonb not null
);
create index privacy_report_at on privacy_report (at desc, id desc);
create index conversation_closed on conversation (closed_at) where closed_at is not null;
