-- What a conversation that is over lets think of its customer's satisfaction (quality.estimate).
create table satisfaction_estimate (
  conversation_id uuid primary key references conversation,
  -- Who had it last; null when nobody but the bot did.
  agent_id        uuid references staff,
  -- Probability; null where the customer said nothing in words.
  dissatisfied    real,
  likely          text check (likely in ('DISSATISFIED', 'NEUTRAL', 'SATISFIED')),
  -- Numbers of the messages that it rests on, the most telling first.
  worst           bigint[] not null default '{}',
  -- Of the end that was looked at: a conversation that went on and ended again is looked at again.
  closed_at       timestamptz not null,
  check ((dissatisfied is null) = (likely is null))
);
create index satisfaction_estimate_closed on satisfaction_estimate (closed_at desc);
