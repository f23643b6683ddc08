-- Since when somebody has been in danger, as far as is known: of such a one nobody waits, and no rule puts another ahead.
alter table handoff add column urgent_at timestamptz;
update handoff set urgent_at = requested_at where ended_at is null and reason ->> 'code' = 'URGENT';
create index handoff_urgent on handoff (urgent_at) where ended_at is null and urgent_at is not null;
