-- Where four eyes hold, a new value waits for a second person; what could not wait is looked at afterwards.
alter table snippet
  add column proposed_value  text,
  add column proposed_reason text,
  add column proposed_by     text,
  add column proposed_by_id  uuid references staff,
  add column proposed_at     timestamptz,
  -- Who changed it at once, until somebody else has looked.
  add column unseen_by       text,
  add column unseen_by_id    uuid references staff,
  add constraint snippet_proposed check (num_nulls(proposed_value, proposed_reason, proposed_by, proposed_at) in (0, 4));

-- Who looked, where that was not its author.
alter table snippet_change add column confirmer text;
