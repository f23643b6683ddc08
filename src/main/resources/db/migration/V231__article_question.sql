-- What asks the same is the same article, wherever its file lies.
create index article_question on article_revision (md5(question)) where state = 'PUBLISHED';
