-- Who did what that matters to rights, knowledge and people's data. Rows are only ever added, and each carries the hash of
-- the one before it: a row that was changed, taken out or put in later breaks the chain (see AuditChain).
create table audit_event (
  -- Without gaps; given under the lock of audit_head, so that two instances cannot fork the chain.
  number  bigint primary key,
  id      uuid not null unique,
  at      timestamptz not null,
  kind    text not null,
  -- Who did it: a member of staff, or null for nobody who is signed in, a customer, or the service itself. No foreign key:
  -- what somebody did stays true when they are gone.
  actor   uuid,
  address text,
  -- What it was done to, e.g. staff:<id>, customer:<id>, article:<id>. An id, never a name or a number.
  subject text not null,
  details jsonb not null default '{}',
  -- SHA-256 of the hash before it and the row (see audit_chain).
  hash    bytea not null
);
create index audit_event_kind on audit_event (kind, number desc);
create index audit_event_actor on audit_event (actor, number desc) where actor is not null;
create index audit_event_subject on audit_event (subject, number desc);
create index audit_event_at on audit_event (at);

-- The end of the chain, and where what is kept of it begins: after the last row that was removed for its age.
create table audit_head (
  single       boolean primary key default true check (single),
  number       bigint not null,
  hash         bytea not null,
  removed      bigint not null,
  removed_hash bytea not null
);
insert into audit_head (number, hash, removed, removed_hash) values (0, sha256(''), 0, sha256(''));

create function audit_chain() returns trigger language plpgsql as $$
declare
  before bytea;
begin
  -- The row lock lasts until the end of the transaction: whoever comes next sees this row or, after a rollback, none.
  select hash, number + 1 into strict before, new.number from audit_head for update;
  new.at := clock_timestamp();
  new.hash := sha256(before || convert_to(jsonb_build_array(
    new.number, new.id, (extract(epoch from new.at) * 1000000)::bigint,
    new.kind, new.actor, new.address, new.subject, new.details)::text, 'UTF8'));
  update audit_head set number = new.number, hash = new.hash;
  return new;
end
$$;
create trigger audit_chain before insert on audit_event for each row execute function audit_chain();

create function audit_is_append_only() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and current_setting('yiwen.audit_removal', true) = 'on'
     and old.at < now() - interval '180 days' then
    return old;
  end if;
  raise exception 'The audit log is append-only.' using errcode = 'insufficient_privilege';
end
$$;
create trigger audit_is_append_only before update or delete on audit_event
  for each row execute function audit_is_append_only();
create trigger audit_is_not_emptied before truncate on audit_event
  for each statement execute function audit_is_append_only();

-- The one way out: the oldest rows, once they are older than the time and than half a year. Answers how many went.
create function audit_remove(before timestamptz, most integer) returns bigint language plpgsql as $$
declare
  last   bigint;
  ending bytea;
  gone   bigint;
begin
  perform from audit_head for update;
  select max(number) into last from (
    select number from audit_event
    where number < (select coalesce(min(number), 9223372036854775807) from audit_event
                    where at >= least(before, now() - interval '180 days'))
    order by number limit most) oldest;
  if last is null then
    return 0;
  end if;
  select hash into strict ending from audit_event where number = last;
  perform set_config('yiwen.audit_removal', 'on', true);
  delete from audit_event where number <= last;
  get diagnostics gone = row_count;
  perform set_config('yiwen.audit_removal', '', true);
  update audit_head set removed = last, removed_hash = ending;
  return gone;
end
$$;
