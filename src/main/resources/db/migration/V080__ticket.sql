-- Follow-up work. Its deadlines are rows of their own, and everything that happens to it is a line of its history.
create table ticket (
  id              uuid primary key,
  number          bigint generated always as identity (start with 1001) unique,
  kind            text not null check (kind in ('COMPLAINT', 'FAULT', 'MAJOR_FAULT', 'OTHER')),
  title           text not null,
  details         text not null,
  state           text not null default 'OPEN' check (state in ('OPEN', 'IN_PROGRESS', 'RESOLVED')),
  owner_id        uuid references staff,
  customer_id     uuid references customer,
  conversation_id uuid references conversation,
  contact         text,
  -- Null: the customer.
  opened_by       uuid references staff,
  -- A message that is sent twice opens one ticket.
  origin          text unique,
  opened_at       timestamptz not null default now(),
  resolved_at     timestamptz,
  resolution      text,
  check ((state = 'RESOLVED') = (resolved_at is not null)),
  check (state <> 'IN_PROGRESS' or owner_id is not null)
);
create index ticket_open on ticket (opened_at) where state <> 'RESOLVED';
create index ticket_of_customer on ticket (customer_id, opened_at desc);
create index ticket_of_conversation on ticket (conversation_id) where conversation_id is not null;
create index ticket_of_owner on ticket (owner_id) where state <> 'RESOLVED';

create table ticket_step (
  ticket_id  uuid not null references ticket,
  step       text not null check (step in ('RESPOND', 'PLAN', 'CALL_BACK', 'RESTORE')),
  warn_at    timestamptz not null,
  due_at     timestamptz not null,
  met_at     timestamptz,
  -- When supervisors were told that it is near, and that it has passed: each once.
  warned_at  timestamptz,
  overdue_at timestamptz,
  primary key (ticket_id, step)
);
create index ticket_step_to_warn on ticket_step (warn_at) where met_at is null and overdue_at is null;

create table ticket_event (
  id        bigint generated always as identity primary key,
  ticket_id uuid not null references ticket,
  at        timestamptz not null default clock_timestamp(),
  what      text not null,
  -- Null: the customer, or the clock.
  staff_id  uuid references staff,
  step      text,
  words     text
);
create index ticket_event_of on ticket_event (ticket_id, id);
