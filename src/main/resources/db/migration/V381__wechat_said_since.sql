-- What was said to a customer since they wrote counts against what their message allows, however late it is read.
create index wechat_outbox_said on wechat_outbox (contact_id, settled_at) where state in ('SENT', 'UNKNOWN');
