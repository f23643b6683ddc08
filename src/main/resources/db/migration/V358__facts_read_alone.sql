-- Several reads of the cockpit come at once. Processes that help one of them must be started and see each page for the first time: on two
-- processors that took two to three times as long as the read alone.
alter table conversation_fact set (parallel_workers = 0);
