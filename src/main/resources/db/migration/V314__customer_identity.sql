-- One person is known by several names outside: the host application's id, a telephone number, ids of WeChat.
alter table customer add column merged_into uuid references customer;
create index customer_merged_into on customer (merged_into) where merged_into is not null;

create table customer_identity (
  id          uuid primary key,
  -- Whose it was first. Whom it leads to now says customer.merged_into, so that nothing changes here when two are found to be one.
  customer_id uuid not null references customer,
  kind        text not null check (kind in ('HOST', 'MP', 'MA', 'KF', 'PHONE', 'SOCIAL')),
  -- AppID, the corporation's id, the source of mentions; empty for the host application and telephone numbers.
  account     text not null default '',
  external_id text not null,
  -- The same for all of WeChat's accounts that are bound together.
  union_id    text,
  proof       text not null check (proof in ('PLATFORM', 'UNION_ID', 'HOST_TOKEN', 'PHONE_CODE', 'AGENT')),
  proved_at   timestamptz not null default now(),
  unique (kind, account, external_id)
);
create index customer_identity_customer on customer_identity (customer_id);
create index customer_identity_union on customer_identity (union_id) where union_id is not null;

insert into customer_identity (id, customer_id, kind, account, external_id, proof)
select distinct on (a.kind, a.app_id, c.open_id) gen_random_uuid(), c.customer_id, a.kind, a.app_id, c.open_id, 'PLATFORM'
from wechat_contact c join wechat_account a on a.id = c.account_id
on conflict do nothing;
insert into customer_identity (id, customer_id, kind, external_id, proof)
select gen_random_uuid(), id, 'PHONE', substr(external_id, 5), 'PLATFORM' from customer where external_id like 'tel:%'
on conflict do nothing;
insert into customer_identity (id, customer_id, kind, external_id, proof)
select gen_random_uuid(), id, 'HOST', external_id, 'HOST_TOKEN' from customer
where external_id is not null and external_id not like 'tel:%' and external_id not like 'wechat:%'
on conflict do nothing;

-- Two who were found to be one, and what was moved, so that each can have their own again.
create table customer_merge (
  id         uuid primary key,
  survivor   uuid not null references customer,
  -- Who goes on as the survivor, with all who went on as them.
  absorbed   uuid not null references customer,
  members    uuid[] not null,
  -- By table, the ids of the rows that were the absorbed customer's.
  moved      jsonb not null,
  tags_added text[] not null default '{}',
  proof      text not null check (proof in ('UNION_ID', 'HOST_TOKEN', 'PHONE_CODE', 'AGENT')),
  reason     text,
  merged_by  uuid references staff,
  merged_at  timestamptz not null default now(),
  split_by   uuid references staff,
  split_reason text,
  split_at   timestamptz,
  check ((proof = 'AGENT') = (merged_by is not null))
);
create index customer_merge_survivor on customer_merge (survivor);
create unique index customer_merge_absorbed on customer_merge (absorbed) where split_at is null;

-- A hold on one of them holds all of them.
create or replace view held_customer as
  select h.customer_id from legal_hold h where h.lifted_at is null
  union
  select c.merged_into from legal_hold h join customer c on c.id = h.customer_id
  where h.lifted_at is null and c.merged_into is not null
  union
  select c.id from legal_hold h join customer c on c.merged_into = h.customer_id where h.lifted_at is null;
