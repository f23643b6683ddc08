-- The place in the queue, and when somebody was first asked to take the conversation.
alter table handoff
  -- Those who wait are served in this order: the time of the request, earlier by the worth of its urgency. Because everybody
  -- grows more urgent at the same pace, the order of two never changes while they wait, and an index holds it.
  add column rank_at timestamptz,
  add column offered_at timestamptz;
update handoff set rank_at = requested_at - priority * interval '20 seconds';
alter table handoff alter column rank_at set not null;
create index handoff_waiting on handoff (rank_at, conversation_id) where ended_at is null and assigned_at is null;
