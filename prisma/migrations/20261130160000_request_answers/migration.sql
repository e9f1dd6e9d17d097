-- What the desk answers to the sender of a correction request.
create table request_answer (
  id uuid primary key,
  request_id uuid not null references correction_request (id) on update cascade on delete restrict,
  text text not null,
  by_id uuid not null references "user" (id) on update cascade on delete restrict,
  at timestamptz(3) not null
);

create index request_answer_request_id_at_idx on request_answer (request_id, at);
create index request_answer_by_id_idx on request_answer (by_id);
