-- Who has one-time passwords. The secrets are encrypted with otp-key of the data folder.
create table otp_enrolments (
  person varchar(255) primary key,
  enrolment text not null
);
