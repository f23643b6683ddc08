-- What customers say of the bot's messages: one verdict a message, which they may change or take back.
create table feedback (
  conversation_id uuid not null,
  seq             bigint not null,
  helpful         boolean not null,
  at              timestamptz not null default now(),
  primary key (conversation_id, seq),
  foreign key (conversation_id, seq) references message
);
