-- Official accounts, mini-programs and WeCom's customer service. Secrets are encrypted (channel.wechat.account.SecretBox).
create table wechat_account (
  id               uuid primary key,
  version          integer not null default 1,
  kind             text not null check (kind in ('MP', 'MA', 'KF')),
  name             text not null,
  -- AppID, or the corporation's id.
  app_id           text not null,
  open_kfid        text,
  secret           bytea not null,
  token            bytea not null,
  aes_key          bytea,
  previous_aes_key bytea,
  enabled          boolean not null default true,
  created_by       uuid not null references staff,
  created_at       timestamptz not null default now(),
  -- Kept, so that it can be had back.
  removed_at       timestamptz,
  -- What WeChat pushed last, what we asked it last, and what it refused since it last granted something.
  called_at        timestamptz,
  asked_at         timestamptz,
  error_code       integer,
  error_at         timestamptz,
  check ((kind = 'KF') = (open_kfid is not null))
);
create unique index wechat_account_one on wechat_account (kind, app_id, coalesce(open_kfid, '')) where removed_at is null;

-- One access token for all instances, encrypted; whoever renews it holds the row's lock.
create table wechat_token (
  account_id uuid primary key references wechat_account on delete cascade,
  value      bytea,
  expires_at timestamptz,
  -- Forced renewals are few a day, and apart.
  forced_at  timestamptz,
  forced_on  date,
  forced     integer not null default 0
);
