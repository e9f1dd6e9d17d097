-- One change of many claims at once, and what became of each claim.
create type "BulkOutcome" as enum ('changed', 'unchanged', 'refused', 'conflict');

create table bulk_change (
  id uuid primary key,
  by_id uuid not null references "user" (id) on update cascade on delete restrict,
  change jsonb not null,
  at timestamptz(3) not null,
  undone_at timestamptz(3)
);

create index bulk_change_by_id_idx on bulk_change (by_id);

create table bulk_change_claim (
  bulk_change_id uuid not null references bulk_change (id) on update cascade on delete restrict,
  claim_id uuid not null references claim (id) on update cascade on delete restrict,
  position integer not null,
  version integer not null,
  outcome "BulkOutcome",
  refusal text,
  written integer,
  before jsonb,
  undone "BulkOutcome",
  undo_refusal text,
  primary key (bulk_change_id, claim_id)
);

create index bulk_change_claim_claim_id_idx on bulk_change_claim (claim_id);
