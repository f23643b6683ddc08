-- Files of tickets stand where those of conversations do. One of neither has lost its ticket, and is cleared away.
alter table conversation_file
  alter column conversation_id drop not null,
  add column ticket_id uuid references ticket on delete set null,
  add check (conversation_id is null or ticket_id is null),
  add unique (ticket_id, sent_as);
create index conversation_file_lost on conversation_file (id) where conversation_id is null and ticket_id is null;
-- What came with a line of a ticket's history: its files, each with id, name, mediaType and size.
alter table ticket_event add column files jsonb;
