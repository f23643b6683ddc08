-- Visitors who never wrote are looked for by age.
create index customer_visitor on customer (created_at) where external_id is null;
