-- Declared incidents: whom they concern, what customers are told, and who was told (feature incident).
create table incident (
  id           uuid primary key,
  level        smallint not null check (level in (1, 2)),
  -- In the customers' words.
  cause        text not null,
  regions      text[] not null,
  products     text[] not null,
  words        text[] not null,
  -- Whoever says these speaks of something else.
  not_words    text[] not null,
  -- Slugs of the articles that answer questions of this kind.
  articles     text[] not null,
  -- Whether everybody who opens the chat sees it.
  banner       boolean not null,
  -- Shown to staff alone.
  drill        boolean not null,
  eta          timestamptz,
  version      integer not null default 1,
  -- Up to which version those were looked for who are in open chats.
  swept        integer not null default 0,
  -- The time that was told has passed, and nobody has given another.
  overdue_at   timestamptz,
  declared_at  timestamptz not null default now(),
  declared_by  text not null,
  recovered_at timestamptz,
  -- Everybody in an open chat was told that it is over.
  ended_at     timestamptz
);
create index incident_standing on incident (declared_at) where recovered_at is null;
create index incident_recovered on incident (recovered_at) where recovered_at is not null;

create table incident_event (
  id          bigint generated always as identity primary key,
  incident_id uuid not null references incident,
  kind        text not null check (kind in ('DECLARED', 'CHANGED', 'RENEWED', 'OVERDUE', 'SWEPT', 'RECOVERED', 'ENDED')),
  at          timestamptz not null default now(),
  -- Null: by itself.
  by          text,
  details     text not null default ''
);
create index incident_event_of on incident_event (incident_id, id);

create table incident_told (
  incident_id     uuid not null references incident,
  conversation_id uuid not null references conversation,
  how             text not null check (how in ('ASKED', 'OPEN')),
  -- Whether it is known that the customer is concerned; else the words said "if you are in …".
  sure            boolean not null,
  -- Waiting for a person, or with one, already.
  with_person     boolean not null,
  eta             timestamptz,
  told_at         timestamptz not null default now(),
  -- The number of the notice; null until it is there.
  seq             bigint,
  -- The last question that was answered with it, and how many more there were than the first.
  asked_seq       bigint not null default 0,
  again           integer not null default 0,
  -- When the customer was told that it is over.
  recovered_at    timestamptz,
  primary key (incident_id, conversation_id)
);
create index incident_told_of on incident_told (conversation_id);
create index incident_told_pending on incident_told (told_at) where seq is null;

create table incident_ticket (
  incident_id uuid not null references incident,
  ticket_id   uuid not null references ticket,
  at          timestamptz not null default now(),
  primary key (incident_id, ticket_id)
);
create index incident_ticket_of on incident_ticket (ticket_id);

-- What stands comes before all other cards.
alter table suggestion_set
  drop constraint suggestion_set_lane_check,
  add constraint suggestion_set_lane_check check (lane in ('INCIDENT', 'WATCH', 'STEP', 'CAUSE', 'ANSWER', 'FACT', 'CASE'));
