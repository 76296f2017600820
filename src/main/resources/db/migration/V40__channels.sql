-- How far the messages of each conversation were posted by its front end, and which process posts.
create table channel_cursors (
  conversation varchar(255) primary key,
  posted bigint not null,
  node varchar(64)
);

-- Which process is connected to a platform that takes one at a time.
create table channel_seats (
  platform varchar(64) primary key,
  node varchar(64)
);

-- What people call a place whose id says nothing to them.
create table place_names (
  conversation varchar(255) primary key,
  name varchar(255) not null
);

-- Whoever goes on elsewhere with what they asked is looked for by who they are.
create index dialogues_person on dialogues (person);
