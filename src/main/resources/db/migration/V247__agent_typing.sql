-- When the agent of an emergency last wrote on an answer: whoever is at work does not lose it.
alter table handoff add column typed_at timestamptz;
