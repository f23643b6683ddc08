-- How far each side of a conversation has read.
create table conversation_read (
  conversation_id uuid not null references conversation,
  side            text not null check (side in ('customer', 'agent')),
  seq             bigint not null,
  at              timestamptz not null default now(),
  primary key (conversation_id, side)
);
