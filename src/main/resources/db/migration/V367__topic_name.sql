-- What topics are called: as editors name them in the tree, else as the company names its articles' topics (brand).
create view topic_name as
select id as topic, name, null::text as english from topic
union all
select t ->> 'slug', t ->> 'name', t ->> 'english'
from (select brand from brand_version order by version desc limit 1) b, jsonb_array_elements(b.brand -> 'topics') t
where not exists (select from topic where id = t ->> 'slug');
