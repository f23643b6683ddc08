-- Comments and the like, of whoever reads them elsewhere and hands them in; answers go back as a webhook.
alter table conversation drop constraint conversation_channel_check;
alter table conversation add constraint conversation_channel_check check (channel in ('WEB', 'VOICE', 'WECHAT', 'SOCIAL'));
alter table conversation add column in_social boolean not null default false;

create table mention (
  id              uuid primary key,
  -- Where it was read, as the reader names it, and the reader's own id of it: handed in twice it is there once.
  source          text not null,
  external_id     text not null,
  conversation_id uuid not null references conversation,
  -- The video, the post, the group.
  thread          text,
  url             text,
  -- Of the customer's message; null until it is stored.
  seq             bigint,
  at              timestamptz not null default now(),
  unique (source, external_id)
);
create index mention_conversation on mention (conversation_id);

-- What is said to a customer who spoke last in such a place goes to whoever reads it, with the mention that it answers.
create function webhook_of_mention() returns trigger language plpgsql as $$
declare
  said message;
  asked mention;
begin
  select * into said from message where conversation_id = new.id and seq = new.last_seq;
  if said.author not in ('bot', 'agent') or (
      select coalesce(m.via, new.channel) from message m where m.conversation_id = new.id and m.author = 'customer'
      order by m.seq desc limit 1) is distinct from 'SOCIAL' then
    return null;
  end if;
  -- The number of the mention's message may not be noted yet; the message has the mention's id.
  select t.* into asked from message m join mention t on m.client_message_id = 'mention-' || t.id
  where m.conversation_id = new.id and t.conversation_id = new.id and m.author = 'customer' and m.seq < new.last_seq
  order by m.seq desc limit 1;
  if found then
    perform webhook_tell('mention.answered', jsonb_build_object(
      'conversationId', new.id, 'seq', new.last_seq, 'source', asked.source, 'id', asked.external_id, 'thread', asked.thread,
      'url', asked.url, 'author', said.author, 'text', said.body ->> 'text'));
  end if;
  return null;
end $$;
create trigger webhook_of_mention after update of last_seq on conversation
  for each row when (new.in_social and new.last_seq > old.last_seq) execute function webhook_of_mention();
