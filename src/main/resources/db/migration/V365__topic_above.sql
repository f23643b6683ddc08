-- Each topic under each that stands above it, and under itself; "top": nothing stands above that one.
create view topic_above as
with recursive up as (
  select id, id as above, parent from topic
  union all
  select up.id, t.id, t.parent from up join topic t on t.id = up.parent)
select id, above, parent is null as top from up;
