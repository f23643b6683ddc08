-- A customer goes on in another channel in the same conversation. Of a message, the channel where it was said when that is not the
-- one in which the conversation was opened.
alter table message add column via text check (via in ('WEB', 'VOICE', 'WECHAT', 'SOCIAL'));

-- One open chat a customer, whatever channels they use. A call is beside it.
alter table conversation add column in_wechat boolean not null default false;
update conversation set in_wechat = true where channel = 'WECHAT';
-- Of a call, the open chat of the same customer, with which it is one consultation.
alter table conversation add column goes_with uuid references conversation on delete set null;
create index conversation_goes_with on conversation (goes_with) where goes_with is not null;
drop index conversation_open;
create unique index conversation_open on conversation (customer_id) where owner <> 'nobody' and channel <> 'VOICE';

drop trigger wechat_said on conversation;
create trigger wechat_said after update of last_seq on conversation
  for each row when (new.in_wechat and new.last_seq > old.last_seq) execute function wechat_said();

-- A conversation has as many legs in WeChat as the customer has contacts there.
alter table wechat_leg drop constraint wechat_leg_pkey;
alter table wechat_leg add primary key (conversation_id, contact_id);
-- While what is said is seen elsewhere: when to look whether it still is.
alter table wechat_leg add column look_at timestamptz;
