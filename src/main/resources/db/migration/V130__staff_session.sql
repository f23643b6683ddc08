-- Sessions of staff. A token names its session, so that it can be ended before it expires.
create table staff_session (
  id         uuid primary key,
  staff_id   uuid not null references staff on delete cascade,
  -- Of the person when it began: a session of an earlier one stands no more.
  epoch      integer not null,
  created_at timestamptz not null default now(),
  seen_at    timestamptz not null default now(),
  expires_at timestamptz not null,
  ended_at   timestamptz,
  address    text not null,
  user_agent text not null
);
create index staff_session_of on staff_session (staff_id, created_at desc);
create index staff_session_expired on staff_session (expires_at);
