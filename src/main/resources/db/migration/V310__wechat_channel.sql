alter table conversation drop constraint conversation_channel_check;
alter table conversation add constraint conversation_channel_check check (channel in ('WEB', 'VOICE', 'WECHAT'));

-- As in the web chat: one open conversation a customer and channel, whatever instances do.
drop index conversation_open;
create unique index conversation_open on conversation (customer_id, channel)
  where owner <> 'nobody' and channel in ('WEB', 'WECHAT');

-- Whoever sends to WeChat hears of each message that was committed; other channels pay nothing for it.
create function wechat_said() returns trigger language plpgsql as $$
begin
  perform pg_notify('wechat-said', new.id::text);
  return null;
end $$;
create trigger wechat_said after update of last_seq on conversation
  for each row when (new.channel = 'WECHAT' and new.last_seq > old.last_seq) execute function wechat_said();
