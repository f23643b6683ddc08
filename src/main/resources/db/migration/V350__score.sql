-- The criteria by which conversations are scored, as supervisors saved them; the shipped ones are version 0, and no row.
create table criteria_version (
  version    integer primary key,
  criteria   jsonb not null,
  saved_by   uuid references staff,
  saved_at   timestamptz not null default now()
);

create table conversation_score (
  conversation_id uuid not null references conversation,
  -- all, bot, an agent's id, or unnamed: on whose messages it rests.
  who             text not null,
  agent_id        uuid references staff,
  version         integer not null,
  compliance      smallint,
  experience      smallint,
  risk            smallint,
  attitude        real,
  judged          real not null,
  closed_at       timestamptz not null,
  last_seq        bigint not null,
  scored_at       timestamptz not null default now(),
  -- To be scored again at the next round.
  stale           boolean not null default false,
  primary key (conversation_id, who)
);
create index conversation_score_closed on conversation_score (closed_at desc, conversation_id) where who = 'all';
create index conversation_score_of_agent on conversation_score (agent_id, closed_at desc) where agent_id is not null;
create index conversation_score_stale on conversation_score (closed_at) where stale and who = 'all';

create table score_finding (
  conversation_id uuid not null references conversation,
  who             text not null,
  criterion       text not null,
  outcome         text not null check (outcome in ('KEPT', 'BROKEN', 'OVERTURNED', 'NOT_JUDGED')),
  points          smallint not null,
  -- Numbers of the messages that it rests on.
  seqs            bigint[] not null default '{}',
  primary key (conversation_id, who, criterion),
  -- No quote, no deduction.
  check (outcome <> 'BROKEN' or cardinality(seqs) > 0)
);
create index score_finding_broken on score_finding (criterion, conversation_id) where outcome = 'BROKEN';

-- An agent objects; one decides who is not that agent.
create table score_appeal (
  id              uuid primary key,
  conversation_id uuid not null references conversation,
  who             text not null,
  criterion       text not null,
  agent_id        uuid not null references staff,
  word            text not null,
  at              timestamptz not null default now(),
  decided_by      uuid references staff,
  decided_at      timestamptz,
  overturned      boolean,
  note            text,
  unique (conversation_id, who, criterion),
  check (decided_by is null or decided_by <> agent_id),
  check ((decided_at is null) = (overturned is null))
);
create index score_appeal_open on score_appeal (at) where decided_at is null;
create index score_appeal_of_agent on score_appeal (agent_id, at desc);
create index score_appeal_decided on score_appeal (decided_at desc) where decided_at is not null;
