-- What a supervisor tells the agent who has a conversation. Never in the transcript, which the customer reads.
create table whisper (
  id              uuid primary key,
  conversation_id uuid not null references conversation,
  -- The last message when it was said.
  after_seq       bigint not null,
  staff_id        uuid not null references staff,
  text            text not null,
  at              timestamptz not null default clock_timestamp()
);
create index whisper_of on whisper (conversation_id, at);
