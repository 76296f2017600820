-- Login codes and browser sessions, which every server of this database knows; only what they hash to
-- is kept.
create table web_passes (
  hash varchar(64) primary key,
  kind varchar(16) not null,
  platform varchar(64) not null,
  account_id varchar(255) not null,
  display_name varchar(255) not null,
  expires_at timestamp(6) with time zone not null
);
