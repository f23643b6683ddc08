-- Uploads whose message was refused, or never came, are found and removed; pictures are kept without what a camera wrote.
alter table conversation_file
  -- When its bytes were kept; null while they are on their way, or could not be kept.
  add column stored_at timestamptz,
  -- A message has it: it stays.
  add column sent boolean not null default false,
  -- A picture without what its camera wrote; older ones are cleaned whenever they are shown.
  add column bare boolean not null default false;
update conversation_file set stored_at = at;
create index conversation_file_unsent on conversation_file (at) where not sent;

-- How fast customers upload: the moment up to which what they sent is paid for, whichever instances they sent it to.
create table upload_pace (
  customer_id uuid primary key references customer,
  paid_until  timestamptz not null
);
