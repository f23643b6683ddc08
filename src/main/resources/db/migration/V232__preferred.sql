-- A supervisor has put who waits first; the rules then never put them further back.
alter table handoff add column preferred boolean not null default false;
