-- A cell such as "500" says nothing without the label of its row, so what is said of it holds for both.
alter table sentence add column read_from integer;
update sentence set read_from = position;
alter table sentence alter column read_from set not null;

create index sentence_revision_id_start_idx on sentence (revision_id, start);

-- The sentences of a revision that a span touches, with those that they are read with, as a JSON array of their texts.
-- Sentences stand in their order and never overlap, so the first and the last are found by the index alone.
create function context_at(revision uuid, span_start integer, span_end integer) returns jsonb
language plpgsql stable as $$
declare
  before record;
  first_position integer;
  last_position integer;
  read_first integer;
begin
  select s.position, s."end" into before from sentence s
    where s.revision_id = revision and s.start <= span_start order by s.start desc limit 1;
  first_position := case
    when before.position is null then 0
    when before."end" > span_start then before.position
    else before.position + 1 end;
  select s.position into last_position from sentence s
    where s.revision_id = revision and s.start < span_end order by s.start desc limit 1;
  select min(s.read_from) into read_first from sentence s
    where s.revision_id = revision and s.position between first_position and last_position;
  return coalesce((
    select jsonb_agg(s.text order by s.position) from sentence s
    where s.revision_id = revision and s.position between read_first and last_position), '[]');
end $$;
