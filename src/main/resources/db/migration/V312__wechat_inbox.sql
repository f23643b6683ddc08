-- Who writes to an account.
create table wechat_contact (
  id            uuid primary key,
  account_id    uuid not null references wechat_account,
  -- openid, or WeCom's external_userid.
  open_id       text not null,
  customer_id   uuid not null references customer,
  -- What may still be said to them (channel.wechat.quota.MessageBudget), as JSON.
  budget        text not null default '[]',
  -- Of WeCom's customer service: who serves, 0 to 4.
  service_state smallint,
  servicer      text,
  -- Where they came from last: a scene, a session's context.
  came_from     text,
  -- What a typed number stands for, since buttons are numbered text here.
  options       text[] not null default '{}',
  seen_at       timestamptz not null default now(),
  -- Something waits to be sent, not before due_at; one instance at a time, until its lease ends.
  pending       boolean not null default false,
  due_at        timestamptz not null default now(),
  lease_until   timestamptz,
  unique (account_id, open_id)
);
create index wechat_contact_pending on wechat_contact (due_at) where pending;
create index wechat_contact_customer on wechat_contact (customer_id);

-- Which contact a conversation is with, and up to which of its messages has been put into the outbox.
create table wechat_leg (
  conversation_id uuid primary key references conversation,
  contact_id      uuid not null references wechat_contact,
  planned_seq     bigint not null default 0
);
create index wechat_leg_contact on wechat_leg (contact_id);

-- What WeChat pushed, each once, stored before it is acknowledged. The body goes when it is dealt with; what could not be dealt
-- with keeps it.
create table wechat_inbox (
  id          bigint generated always as identity primary key,
  account_id  uuid not null references wechat_account,
  -- Whose turn it is: what one source sent is dealt with in its order.
  source      text not null,
  -- The platform's own id of it, by which a repetition is known.
  dedup       text not null,
  body        text,
  received_at timestamptz not null default now(),
  due_at      timestamptz not null default now(),
  tries       integer not null default 0,
  handled_at  timestamptz,
  -- Of something that was given up, the kind of the failure, without anybody's words.
  failure     text,
  unique (account_id, dedup)
);
create index wechat_inbox_due on wechat_inbox (due_at) where handled_at is null;
create index wechat_inbox_source on wechat_inbox (account_id, source, id) where handled_at is null;
create index wechat_inbox_received on wechat_inbox (received_at);

-- How far WeCom's messages were fetched, moved on in the transaction that stores them.
create table wechat_cursor (
  account_id uuid primary key references wechat_account,
  cursor     text not null,
  moved_at   timestamptz not null default now()
);
