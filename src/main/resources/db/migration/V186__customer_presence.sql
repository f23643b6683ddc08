-- Whether the customers of conversations are there: the last sign of life of any of their sockets, and whence it came.
create table customer_presence (
  conversation_id uuid primary key references conversation on delete cascade,
  seen_at timestamptz not null,
  -- When the last socket closed; null while one is open.
  left_at timestamptz,
  -- Only where the host's page says so.
  page text,
  device text
);
