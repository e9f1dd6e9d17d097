-- What is cleared after a time, the oldest first.
create index delivery_over_idx on delivery ((coalesce(delivered_at, created_at))) where state <> 'waiting';
create index mail_sent_idx on mail (sent_at) where state = 'sent';
create index notice_read_idx on notice (read_at) where read_at is not null and daily_at is null;
create index bulk_change_ended_idx on bulk_change (ended_at) where ended_at is not null;
