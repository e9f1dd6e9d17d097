-- The code sent by mail that opens a question about a confidential article, of which a question has one at most.
create table question_code (
  question_id uuid primary key references question (id) on update cascade on delete restrict,
  hash text not null,
  expires_at timestamptz(3) not null,
  attempts integer not null default 0
);
