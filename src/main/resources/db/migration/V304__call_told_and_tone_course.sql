-- When an event of a call's line arrived: what was told before an agent took the call by hand has had its effect.
alter table call_event add column told_at timestamptz not null default clock_timestamp();

-- Angry is who sounds so beside themselves: the readings of a speaker's first minute, and the last few.
alter table call_tone
  add column first_at         timestamptz,
  add column first_rates      float8[] not null default '{}',
  add column first_loudnesses float8[] not null default '{}',
  add column last_rates       float8[] not null default '{}',
  add column last_loudnesses  float8[] not null default '{}';

-- How angry a customer was with each of the messages that an agent listened to, 0 to 1, and how much of it their voice added.
create table talk_mood (
  conversation_id uuid not null references conversation,
  seq             bigint not null,
  anger           real not null,
  voice           real not null default 0,
  primary key (conversation_id, seq)
);
