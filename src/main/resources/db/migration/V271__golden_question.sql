-- Questions whose outcome is settled: what must be answered by which article, what by none, what by a human.
create table golden_question (
  id         uuid primary key,
  -- What the customer says, one after the other; the last is judged.
  said       jsonb not null,
  -- The slug of an article, abstain or human.
  expect     text not null,
  must_pass  boolean not null,
  -- What belongs together; may be empty.
  category   text not null default '',
  owner      text not null default '',
  -- As on this day; null: today.
  day        date,
  origin     text not null check (origin in ('HAND', 'CONVERSATION', 'RATING')),
  created_by text not null,
  created_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  version    integer not null default 0
);

-- Where a question comes from; gone when that conversation is erased, and the question stays the editors' own.
create table golden_origin (
  question_id     uuid primary key references golden_question on delete cascade,
  conversation_id uuid not null references conversation on delete cascade,
  -- The bot's turn.
  seq             bigint
);
create index golden_origin_conversation on golden_origin (conversation_id);
