-- Of two tickets about one thing one goes on. The other is done, points to it, and remembers where it stood.
alter table ticket
  add column merged_into uuid references ticket on delete set null,
  add column merged_from text,
  add check (merged_into <> id);
create index ticket_merged_into on ticket (merged_into) where merged_into is not null;
