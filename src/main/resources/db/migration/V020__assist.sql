-- What the assist showed to agents, and what they did with it.
-- A card is stored once a conversation: shown again, it keeps its id, so that it does not jump on the agent's screen.
create table suggestion (
  id              uuid primary key,
  conversation_id uuid not null references conversation,
  kind            text not null check (kind in ('answer', 'script')),
  article_id      uuid not null references article,
  article         text not null,
  title           text not null,
  revision        integer not null,
  audience        text not null check (audience in ('CUSTOMER', 'AGENT')),
  text            text not null,
  made_at         timestamptz not null default now(),
  unique (conversation_id, article_id, revision)
);

-- The cards for one customer message, best first; none when nothing fits.
create table suggestion_set (
  conversation_id uuid not null references conversation,
  for_seq         bigint not null,
  suggestions     uuid[] not null,
  confidences     double precision[] not null,
  -- From the commit of the customer's message to the commit of this row.
  latency_ms      integer not null,
  made_at         timestamptz not null default now(),
  primary key (conversation_id, for_seq)
);

create table suggestion_use (
  suggestion_id uuid not null references suggestion,
  staff_id      uuid not null references staff,
  how           text not null check (how in ('insert', 'copy', 'dismiss')),
  at            timestamptz not null default now(),
  primary key (suggestion_id, staff_id, how)
);
