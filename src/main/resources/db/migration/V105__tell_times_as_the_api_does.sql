-- A time as the API tells it (RFC 3339, UTC, with no more digits than it has thousandths or millionths): what lists show
-- of an article is made here, and read as it is.
create function rfc3339(at timestamptz) returns text
language sql stable strict parallel safe
return regexp_replace(
    to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), '\.000000$|000$', '') || 'Z';
