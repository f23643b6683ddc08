-- Since when somebody else was told that a person's reply waits in WeChat and cannot be sent; once until the customer does something.
alter table wechat_contact add column told_at timestamptz;
