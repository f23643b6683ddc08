-- Customers write into their tickets: what is sent twice is kept once, and it is marked until the ticket's owner has read it.
alter table ticket add column unread boolean not null default false;
alter table ticket drop constraint ticket_state_check;
alter table ticket
  add constraint ticket_state_check check (state in ('OPEN', 'IN_PROGRESS', 'WAITING', 'RESOLVED')),
  add constraint ticket_waiting_check check (state <> 'WAITING' or owner_id is not null);
alter table ticket_event add column sent_as text;
create unique index ticket_event_sent on ticket_event (ticket_id, sent_as) where sent_as is not null;
