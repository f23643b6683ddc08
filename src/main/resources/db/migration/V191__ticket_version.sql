-- Counts the changes of a ticket's row, so that none is written over one that it has not seen.
alter table ticket add column version int not null default 0;
