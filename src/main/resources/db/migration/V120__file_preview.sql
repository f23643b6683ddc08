-- Huge pictures have a smaller one for pages; what the object store refuses does not hold up the rest.
alter table conversation_file
  -- Null until somebody wanted one; 'made' is kept under an id that follows from the file's; 'itself' is small enough;
  -- 'none' cannot be scaled.
  add column preview text check (preview in ('made', 'itself', 'none'));
alter table file_content
  add column moves_failed int not null default 0,
  add column move_after timestamptz not null default now();
create index file_content_move_after on file_content (move_after);
