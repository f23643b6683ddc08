-- Codes of an authenticator as the second step of signing in.
create table second_factor (
  staff_id     uuid primary key references staff on delete cascade,
  -- Base32, shared with the person's device; shown until a first code confirms it, and never again.
  secret       text not null,
  started_at   timestamptz not null default now(),
  confirmed_at timestamptz,
  -- The step of the last code that was taken: no code counts twice.
  last_step    bigint not null default 0
);

-- Each opens the second step once.
create table recovery_code (
  staff_id uuid not null references staff on delete cascade,
  hash     bytea not null,
  used_at  timestamptz,
  primary key (staff_id, hash)
);

-- Whether there is a confirmed one: every request asks.
alter table staff add column second_factor boolean not null default false;

-- Wrong codes of a login, from wherever: whoever sends them knows its password.
alter table sign_in_pace drop constraint sign_in_pace_kind_check;
alter table sign_in_pace add constraint sign_in_pace_kind_check
  check (kind in ('address', 'site', 'login', 'place', 'code'));
