-- The ledger of what goes out to WeChat. Its id is the message's own id at WeCom, so sending it again there is safe.
create table wechat_outbox (
  id              uuid primary key,
  -- The order in which it is sent.
  number          bigint generated always as identity unique,
  contact_id      uuid not null references wechat_contact,
  conversation_id uuid references conversation,
  seq             bigint,
  part            smallint,
  voice           text not null check (voice in ('BOT', 'PERSON')),
  text            text not null,
  -- WeCom's code of an event that allows one message beside the budget.
  event_code      text,
  state           text not null default 'PLANNED'
                  check (state in ('PLANNED', 'SENDING', 'SENT', 'UNKNOWN', 'FAILED', 'MERGED')),
  -- Of what went with another, which.
  carried_by      uuid references wechat_outbox on delete set null,
  tries           integer not null default 0,
  -- WeChat's error code, or a word of ours.
  code            integer,
  reason          text,
  planned_at      timestamptz not null default now(),
  settled_at      timestamptz,
  unique (conversation_id, seq, part)
);
create index wechat_outbox_waiting on wechat_outbox (contact_id, number) where state in ('PLANNED', 'SENDING');
create index wechat_outbox_carried on wechat_outbox (carried_by) where carried_by is not null;
create index wechat_outbox_planned on wechat_outbox (planned_at);
