-- What the host application says of where a customer lives counts in the figures of all their conversations.
create function fact_of_region() returns trigger language plpgsql as $$
begin
  insert into fact_due (conversation_id) select f.conversation_id from conversation_fact f where f.customer_id = new.customer_id;
  return null;
end $$;
create trigger fact_due_region after insert or update of region on customer_region for each row
  when (new.source = 'PROFILE') execute function fact_of_region();
