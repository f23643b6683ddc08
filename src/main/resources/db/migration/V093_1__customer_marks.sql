-- What the host application says of its member, in the place of what it said before; staff cannot change it.
alter table customer add column host_tags text[] not null default '{}';

-- Who gave a customer which tags and took which away: a tag may decide who is served first.
create table customer_tag_change (
  customer_id uuid not null references customer,
  at          timestamptz not null default clock_timestamp(),
  by          uuid not null references staff,
  added       text[] not null,
  removed     text[] not null
);
create index customer_tag_change_of on customer_tag_change (customer_id, at desc);

-- Where no supervisor has written a plan, the standard one holds, which now has rules. Whoever waits is looked at anew. A
-- plan that somebody has written stays as it was written.
update handoff set plan_version = -1
where ended_at is null and assigned_at is null and not exists (select from routing_plan);
