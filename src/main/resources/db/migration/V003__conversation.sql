create table conversation (
  id         uuid primary key,
  customer_id uuid not null references customer,
  channel    text not null check (channel in ('WEB', 'VOICE')),
  -- For a call the calling number, as the telephony system gave it.
  subject    text,
  owner      text not null default 'bot' check (owner in ('bot', 'queue', 'agent', 'nobody')),
  agent_id   uuid references staff,
  epoch      integer not null default 0,
  last_seq   bigint not null default 0,
  -- While queued: why (HandoffReason as JSON), how urgent, since when.
  reason     jsonb,
  priority   smallint not null default 0,
  queued_at  timestamptz,
  -- A customer message that the bot has not answered by then is taken up again by the sweep.
  turn_seq   bigint,
  turn_due   timestamptz,
  opened_at  timestamptz not null default now(),
  closed_at  timestamptz,
  check ((owner = 'agent') = (agent_id is not null)),
  check ((owner = 'nobody') = (closed_at is not null))
);
create index conversation_of_customer on conversation (customer_id, opened_at desc);
create index conversation_queued on conversation (priority desc, queued_at) where owner = 'queue';
create index conversation_of_agent on conversation (agent_id) where owner = 'agent';
create index conversation_turn_due on conversation (turn_due) where turn_due is not null;
-- A customer has one open conversation a channel, whatever tabs or instances do.
create unique index conversation_open on conversation (customer_id, channel) where owner <> 'nobody' and channel = 'WEB';

create table message (
  conversation_id   uuid not null references conversation,
  seq               bigint not null,
  author            text not null check (author in ('customer', 'bot', 'agent', 'system')),
  staff_id          uuid references staff,
  body              jsonb not null,
  client_message_id text,
  -- The customer message that a bot message answers: a turn is answered once.
  in_reply_to       bigint,
  at                timestamptz not null default now(),
  primary key (conversation_id, seq),
  unique (conversation_id, client_message_id),
  unique (conversation_id, in_reply_to)
);
