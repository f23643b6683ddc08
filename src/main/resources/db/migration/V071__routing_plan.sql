-- Whom those who wait are for, and the plan that says so.
create table routing_plan (
  version integer primary key check (version > 0),
  plan    jsonb not null,
  by      uuid not null references staff,
  note    text not null,
  at      timestamptz not null default now()
);

alter table handoff
  -- What the plan of this version made of it (Wanted as JSON); it is looked at again when the plan has changed.
  add column wanted jsonb,
  add column plan_version integer not null default -1,
  add column group_id text,
  -- The same for all who want the same of agents, whatever their urgency.
  add column lane text,
  -- By a colleague: to whom, by whom and with which note (Transfer as JSON).
  add column transfer jsonb;
create index handoff_placed on handoff (plan_version) where ended_at is null and assigned_at is null;
