-- How often the bot's turn was taken up again since nothing was waited for: kept here, so that a message that ends the
-- process is counted by the next one.
alter table conversation add column turn_tries smallint not null default 0;
