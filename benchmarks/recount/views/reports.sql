-- A report of an activity: done and heard by the day figures are for. A report is of the day its file states, else of
-- the last day of its month; but never of a day later than that on which the file was accepted (here, three hours after
-- UTC).
with dated as (
    select p.*, least(coalesce(p.stated_on, last_day(p.month)), (j.moment + interval 3 hour)::date) as report_day
    from current_progress as p join uploads as u using (upload_id) join journal as j on j.state = u.state
)
select *, status = 'done' and coalesce(done_date, report_day) <= getvariable('as_of') as done,
    report_day <= getvariable('as_of') as heard
from dated
