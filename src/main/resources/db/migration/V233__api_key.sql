-- Keys of systems that ask: what they may do, and until when. Of the key itself the hash alone.
create table api_key (
  id           uuid primary key,
  name         text not null,
  -- The beginning, by which people know it again.
  prefix       text not null,
  hash         bytea not null unique,
  scopes       text[] not null,
  created_by   uuid not null references staff,
  created_at   timestamptz not null default now(),
  expires_at   timestamptz,
  last_used_at timestamptz,
  revoked_at   timestamptz
);
