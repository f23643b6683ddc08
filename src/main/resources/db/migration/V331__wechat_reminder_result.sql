-- What became of a subscribe message the platform tells by whom and which template.
create index wechat_outbox_reminder on wechat_outbox (contact_id, number) where form = 'REMINDER';
