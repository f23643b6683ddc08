-- Which procedure a talk is in the middle of: chosen by what was said, or by the agent.
create table procedure_run (
  conversation_id uuid primary key references conversation,
  article_id      uuid not null references article,
  -- Its steps are those of this revision, whatever is published meanwhile.
  revision        integer not null,
  -- The customer's message by which it was chosen; none: by hand.
  seq             bigint,
  confidence      double precision not null,
  staff_id        uuid references staff,
  chosen_at       timestamptz not null default now()
);
create index on procedure_run (chosen_at);

-- Which of its steps are done, and what proves it. Words only ever add to it; what an agent set by hand stands.
create table procedure_tick (
  conversation_id uuid not null references conversation,
  article_id      uuid not null references article,
  step            integer not null check (step > 0),
  done            boolean not null,
  said_by         text not null check (said_by in ('agent', 'customer', 'hand')),
  seq             bigint,
  staff_id        uuid references staff,
  at              timestamptz not null default now(),
  primary key (conversation_id, article_id, step)
);
