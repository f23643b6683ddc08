-- Who gave a ticket to its owner: one that staff opened lets its owner read the conversation only if somebody else gave it.
alter table ticket add column given_by uuid references staff;
update ticket t set given_by = (
  select staff_id from ticket_event e where e.ticket_id = t.id and e.what in ('TAKEN', 'ASSIGNED') order by e.id desc limit 1)
where owner_id is not null;
