-- Who amended what readers are told wrote part of the correction.
insert into correction_writer (correction_id, person_id)
select correction_id, by_id from amendment
on conflict do nothing;
