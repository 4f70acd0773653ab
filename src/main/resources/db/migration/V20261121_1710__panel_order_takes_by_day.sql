-- What a reviewer said last, without reading all that the reviewer ever said. It serves whatever the narrower one served.

create index take_of_reviewer on take (reviewer_id, written_on, id);
drop index take_reviewer;
