-- Each second it is looked for what was said and not put into the outbox: among the open conversations and those that wait for a look.
create index conversation_in_wechat on conversation (id) where in_wechat and owner <> 'nobody';
create index wechat_leg_look on wechat_leg (look_at) where look_at is not null;
