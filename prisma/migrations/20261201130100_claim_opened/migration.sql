-- What a person who may sign claims off has had before them: the digest of a claim when its panel was last shown.
create table claim_opened (
  person_id uuid not null references "user" (id) on update cascade on delete restrict,
  claim_id uuid not null references claim (id) on update cascade on delete restrict,
  digest text not null,
  at timestamptz(3) not null,
  primary key (person_id, claim_id)
);

create index claim_opened_claim_id_idx on claim_opened (claim_id);
