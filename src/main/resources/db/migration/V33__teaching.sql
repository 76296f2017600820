-- Phrases that people taught (an empty owner: accepted for everybody), and messages that were
-- misread, for a maintainer to look at.
create table taught_phrases (
  id varchar(64) primary key,
  owner varchar(255) not null,
  words varchar(4000) not null,
  said varchar(4000) not null,
  meaning varchar(8000) not null,
  teacher varchar(255) not null,
  taught_at timestamp(6) with time zone not null
);

create index taught_phrases_owner on taught_phrases (owner, taught_at);

create table review_items (
  number bigint primary key,
  words_hash varchar(64) not null unique,
  words varchar(4000) not null,
  said varchar(4000) not null,
  reason varchar(16) not null,
  read_as varchar(255) not null,
  worth double precision not null,
  meant varchar(255) not null,
  meaning varchar(8000) not null,
  person varchar(255) not null,
  conversation varchar(512) not null,
  first_at timestamp(6) with time zone not null,
  last_at timestamp(6) with time zone not null,
  times integer not null,
  status varchar(16) not null,
  label varchar(255) not null,
  settled_by varchar(255) not null
);

-- Whoever adds a line takes a turn first, so that two never take one number.
create table review_turns (
  id integer primary key,
  turn bigint not null
);

insert into review_turns (id, turn) values (1, 0);

create index review_items_status on review_items (status, last_at);
