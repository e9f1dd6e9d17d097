-- The state of a claim's newest anchor, so that lists and counts need no join.
alter table claim add column anchor_state "AnchorState" not null default 'anchored';

update claim c set anchor_state = n.state
from article a, revision r, anchor n
where a.id = c.article_id and r.article_id = a.id and r.number = a.revision
  and n.claim_id = c.id and n.revision_id = r.id and n.state <> 'anchored';

-- Who stands on no words, or on words to settle, is reviewed by nobody.
alter table claim add constraint claim_reviewed_stands check (status = 'unreviewed' or anchor_state = 'anchored');

drop index claim_facets_idx;
create index claim_facets_idx on claim (withdrawn_at, status, priority, assignee_id, article_id, anchor_state);
create index claim_anchor_state_updated_at_id_idx on claim (anchor_state, updated_at desc, id);
drop index claim_reviewed_idx;
create index claim_reviewed_idx on claim (reviewed_at, reviewed_by_id, created_at, article_id, withdrawn_at);
