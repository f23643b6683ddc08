-- Files that customers and agents send each other; the bytes stand apart, where an object store can take their place.
create table conversation_file (
  id              uuid primary key,
  conversation_id uuid not null references conversation,
  -- The sender's own id of the message, so that a repeated upload is stored once.
  sent_as         text not null,
  name            text not null,
  media_type      text not null,
  size            bigint not null,
  at              timestamptz not null default now(),
  unique (conversation_id, sent_as)
);
create table file_content (
  id      uuid primary key,
  content bytea not null
);
-- Pictures and documents are compressed already.
alter table file_content alter column content set storage external;
