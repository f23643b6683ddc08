-- How a system is told: JSON with our signature, or as the robot of a group chat. A robot's secret is its own, and may be empty.
alter table webhook_endpoint add column format text not null default 'JSON';
