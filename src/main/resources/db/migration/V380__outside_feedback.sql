-- What customers say of the service elsewhere: a survey after a call, a review of the app, a post. Whoever reads it hands it in.
create table outside_feedback (
  id              uuid primary key,
  -- Where it was read, as the reader names it, and the reader's own id of it: handed in twice it is there once.
  source          text not null,
  external_id     text not null,
  -- Of whom and of what, as far as that is known.
  customer_id     uuid references customer,
  conversation_id uuid references conversation,
  ticket_id       uuid references ticket on delete set null,
  -- Of 1 to 5, whatever the scale was.
  score           integer check (score between 1 and 5),
  text            text,
  url             text,
  said_at         timestamptz not null,
  received_at     timestamptz not null default now(),
  unique (source, external_id)
);
create index outside_feedback_said on outside_feedback (said_at desc, id desc);
create index outside_feedback_customer on outside_feedback (customer_id) where customer_id is not null;
create index outside_feedback_conversation on outside_feedback (conversation_id) where conversation_id is not null;
create index outside_feedback_ticket on outside_feedback (ticket_id) where ticket_id is not null;
