-- A code that was sent to a number, until it comes back; of each customer the last.
create table phone_code (
  customer_id uuid primary key references customer on delete cascade,
  number      text not null,
  -- HMAC-SHA256 with the installation's secret.
  code_hash   bytea not null,
  tries       integer not null default 0,
  expires_at  timestamptz not null
);
create index phone_code_expires on phone_code (expires_at);

-- Numbers that a code came back from. Whose it was first; whom it leads to says customer.merged_into.
create table phone_proof (
  id          uuid primary key,
  customer_id uuid not null references customer,
  number      text not null,
  proved_at   timestamptz not null default now(),
  unique (customer_id, number)
);
create index phone_proof_number on phone_proof (number);
