-- Who was put ahead of whom while both waited. Places are given in rounds, one after the other; whoever stands ahead of
-- somebody with a place of a later round was put there by the rules, or came back from an agent who was lost.
create sequence queue_round;
alter table handoff add column placed_in bigint;
update handoff set placed_in = 0 where ended_at is null and assigned_at is null and wanted is not null;
