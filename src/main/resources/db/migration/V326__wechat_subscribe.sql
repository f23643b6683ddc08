-- Templates of subscribe messages, by which a customer whose messages are used up hears that an answer waits.
create table wechat_template (
  id          uuid primary key,
  account_id  uuid not null references wechat_account,
  template_id text not null,
  name        text not null,
  -- Of the mini-program, that a tap opens.
  page        text,
  -- What goes into which field (channel.wechat.subscribe.TemplateField), as JSON.
  fields      text not null,
  created_by  uuid not null references staff,
  created_at  timestamptz not null default now(),
  removed_at  timestamptz
);
create unique index wechat_template_one on wechat_template (account_id, template_id) where removed_at is null;

-- A consent is a message; WeChat does not tell how many are left.
create table wechat_consent (
  template    uuid not null references wechat_template,
  customer_id uuid not null references customer,
  remaining   integer not null check (remaining >= 0),
  changed_at  timestamptz not null default now(),
  primary key (template, customer_id)
);
create index wechat_consent_customer on wechat_consent (customer_id);

-- Of a subscribe message, which, and which waiting message it tells of: each is told of once.
alter table wechat_outbox
  add template uuid references wechat_template,
  add about    uuid references wechat_outbox on delete cascade;
create unique index wechat_outbox_about on wechat_outbox (about) where about is not null;
