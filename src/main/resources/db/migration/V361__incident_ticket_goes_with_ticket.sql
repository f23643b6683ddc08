-- A ticket that is too old goes, and that it was linked goes with it.
alter table incident_ticket
  drop constraint incident_ticket_ticket_id_fkey,
  add constraint incident_ticket_ticket_id_fkey foreign key (ticket_id) references ticket on delete cascade;
