-- While passive_until lies ahead, the callback that brought the row waits for a reply to answer with. Whoever closes it sets
-- passive_until to null: after that no reply can be put there, and a repetition is answered as the first was.
alter table wechat_inbox
  add passive_until timestamptz,
  add reply         text,
  add replied_at    timestamptz;
create index wechat_inbox_passive on wechat_inbox (account_id, source) where passive_until is not null;

-- What goes out is more than text, some of it in a callback's answer, and some of it once more.
alter table wechat_outbox
  add form       text not null default 'TEXT' check (form in ('TEXT', 'IMAGE', 'FILE', 'MENU', 'REMINDER')),
  add file_id    uuid,
  -- Whose answer carried it.
  add passive_of bigint references wechat_inbox on delete set null,
  -- The id that WeCom knows it by, when an agent had it sent again.
  add sent_as    uuid;
create index wechat_outbox_passive on wechat_outbox (passive_of) where passive_of is not null;
