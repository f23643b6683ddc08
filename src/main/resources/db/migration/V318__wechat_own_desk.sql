-- Whether who asks for a person is handed to WeChat's own service desk, and to whom there; null for whoever takes them.
alter table wechat_account
  add own_desk     boolean not null default false,
  add desk_account text;

-- The desk has the customer until then, and the bot is silent.
alter table wechat_contact add desk_until timestamptz;
