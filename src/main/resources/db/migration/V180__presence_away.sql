-- Why an agent is not online: an own break, pages that were closed or silent, a sign-out. Null while online, or before the first time.
alter table presence add column away text check (away in ('BREAK', 'CLOSED', 'SIGNED_OUT'));
