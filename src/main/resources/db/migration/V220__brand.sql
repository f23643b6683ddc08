-- What the operator of this installation is called and looks like, one version after the other.
create table brand_version (
  version integer primary key check (version > 0),
  brand   jsonb not null,
  -- Null: it came with the starter knowledge.
  by      uuid references staff,
  at      timestamptz not null default now()
);

-- Pictures that a version may show; small, so they stand here.
create table brand_picture (
  id         uuid primary key,
  media_type text not null,
  content    bytea not null,
  at         timestamptz not null default now()
);
