-- What a case went through (quality.metric.Journey): who had it, one after another, and its tickets with how long they were open.
alter table conversation_fact
  add column nodes     integer not null default 0,
  add column tickets   integer not null default 0,
  add column ticket_ms bigint;
drop trigger fact_due on ticket_event;
create trigger fact_due after insert on ticket_event for each row
  when (new.what in ('STEP_MET', 'OVERDUE', 'RESOLVED', 'REOPENED', 'MERGED', 'SPLIT', 'TAKEN', 'ASSIGNED')) execute function fact_of_ticket_event();
insert into fact_due (conversation_id) select conversation_id from conversation_fact order by opened_at;
