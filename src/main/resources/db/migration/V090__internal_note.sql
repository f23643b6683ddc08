-- What staff tell each other about a conversation. Not messages: nothing that reads messages can show one to a customer.
create table internal_note (
  id              uuid primary key,
  conversation_id uuid not null references conversation,
  -- The last message when it was written: where it stands in the conversation.
  after_seq       bigint not null,
  staff_id        uuid not null references staff,
  text            text not null,
  at              timestamptz not null default now()
);
create index internal_note_of_conversation on internal_note (conversation_id, at);
