-- Further answers to "of whom, and about what" (quality.metric.Dimension).
alter table conversation_fact
  add column group_id text,
  add column tier     smallint,
  -- topic/name of the article that the bot's last answer came from, and what that is about.
  add column article  text,
  add column product  text;

insert into fact_due (conversation_id) select conversation_id from conversation_fact order by opened_at;

-- The tier of a customer is what it is now, in all figures.
create function fact_of_customer() returns trigger language plpgsql as $$
begin
  insert into fact_due (conversation_id) select f.conversation_id from conversation_fact f
  where f.customer_id = new.id;
  return null;
end $$;
create trigger fact_due_tier after update of tier on customer for each row
  when (old.tier is distinct from new.tier) execute function fact_of_customer();

drop index conversation_fact_waited;
create index conversation_fact_waited on conversation_fact (hour)
  include (waited_ms, answered, abandoned, channel, topic, region, agent_id, group_id, tier, article, product)
  where waited_ms is not null;
