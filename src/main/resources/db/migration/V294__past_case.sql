-- What agents answered in which situation, without personal data; of an import where no conversation is named.
create table past_reply (
  id              bigint generated always as identity primary key,
  conversation_id uuid references conversation on delete cascade,
  -- The turns before it, oldest first, joined by commas.
  context         text not null,
  response        text not null,
  -- Of conversation, context and response: brought twice, it stands once.
  digest          text not null unique,
  at              timestamptz not null default now()
);
create index past_reply_conversation on past_reply (conversation_id);

-- What a conversation was about and how it ended, as its agent confirmed it; without personal data.
create table past_case (
  conversation_id uuid primary key references conversation on delete cascade,
  problem         text not null,
  done            text not null,
  outcome         text not null,
  at              timestamptz not null default now()
);
