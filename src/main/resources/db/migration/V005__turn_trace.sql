-- Why the bot said what it said: one row a turn, also for turns that ended in a handoff.
create table turn_trace (
  conversation_id uuid not null references conversation on delete cascade,
  -- The customer message that the turn answered.
  in_reply_to     bigint not null,
  -- The message that came of it; null when the turn was discarded because somebody else had taken over.
  seq             bigint,
  trace           jsonb not null,
  at              timestamptz not null default now(),
  primary key (conversation_id, in_reply_to)
);
create index turn_trace_at on turn_trace (at);
