-- What people said takes numbers of the same row as what the assistant said: one order of both.
-- What was heard before keeps the number 0, which nobody reads.
alter table heard_messages add column number bigint default 0 not null;

create index heard_messages_order on heard_messages (conversation, number);

-- When something was said there last.
alter table conversations add column active_at timestamp(6) with time zone;
