-- Whether the customer wants the bot to go on answering while they wait for a human.
alter table conversation add column bot_helps boolean not null default false;
