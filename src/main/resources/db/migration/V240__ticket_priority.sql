-- How pressing a ticket is among others; it moves no deadline.
alter table ticket
  add column priority text not null default 'NORMAL' check (priority in ('LOW', 'NORMAL', 'HIGH', 'URGENT')),
  -- While the work waits for the customer its time stands still: from then on, or from when its deadlines were last moved.
  add column waiting_since timestamptz;
update ticket set waiting_since = now() where state = 'WAITING';
alter table ticket add check (waiting_since is null or state = 'WAITING');
