-- Tokens of the chat model spent, counted over all instances.
create table model_day (
  day date primary key,
  tokens bigint not null
);

create table model_conversation (
  conversation_id uuid primary key references conversation (id) on delete cascade,
  tokens bigint not null
);
