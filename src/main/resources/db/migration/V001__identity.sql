-- Staff, customers, and the secret with which tokens are signed (one for all instances).
create table signing_secret (
  id         smallint primary key default 1 check (id = 1),
  secret     bytea not null,
  created_at timestamptz not null default now()
);

create table staff (
  id                   uuid primary key,
  login                text not null unique,
  name                 text not null,
  password_hash        text not null,
  must_change_password boolean not null default true,
  roles                text[] not null,
  active               boolean not null default true,
  -- Raised to end every session of this person at once.
  session_epoch        integer not null default 0,
  created_at           timestamptz not null default now()
);

create table customer (
  id           uuid primary key,
  -- The host application's own id of a signed-in member; null for visitors.
  external_id  text unique,
  name         text,
  tier         smallint not null default 0,
  created_at   timestamptz not null default now()
);
