-- What may be behind the fault that an article deals with, as its front matter states it.
alter table article_revision add column causes jsonb not null default '[]';
create index on article_revision (article_id) where state = 'PUBLISHED' and causes <> '[]'::jsonb;

-- What editors changed in the graph of faults by hand. It is laid over what the articles say each time that the graph is read, in this
-- order, so that an import or another revision of an article takes none of it away.
create table graph_correction (
  id        bigint generated always as identity primary key,
  kind      text not null check (kind in ('add_node', 'remove_node', 'rename_node', 'add_edge', 'remove_edge')),
  -- Nodes are named by what they are and what they are called.
  node_kind text not null,
  node_name text not null,
  -- The other end of an edge.
  to_kind   text,
  to_name   text,
  -- The new name of a node.
  new_name  text,
  -- What to ask, of which a symptom that is added is an answer.
  question  text,
  by_name   text not null,
  staff_id  uuid references staff,
  at        timestamptz not null default now(),
  undone_at timestamptz
);
