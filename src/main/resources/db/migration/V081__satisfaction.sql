-- How customers found conversations that are over: one rating each, the last word counts.
create table satisfaction (
  conversation_id uuid primary key references conversation,
  -- Who had it last; null when nobody but the bot did.
  agent_id        uuid references staff,
  score           smallint not null check (score between 1 and 5),
  comment         text,
  at              timestamptz not null default now()
);
create index satisfaction_of_agent on satisfaction (agent_id, at desc);
create index satisfaction_at on satisfaction (at desc);
