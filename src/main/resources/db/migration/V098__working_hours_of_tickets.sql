-- Whether a deadline was reckoned in working hours, for whoever looks at it.
alter table ticket_step add column working boolean not null default false;
