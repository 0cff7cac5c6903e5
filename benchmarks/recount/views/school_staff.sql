-- A school: how many teachers it has by its newest list.
with newest as (
    select school_id, max(on_date) as on_date from current_staff where on_date <= getvariable('as_of') group by all
)
select school_id, coalesce(sum(people) filter (where subject = 'Все педагоги'), sum(people)) as staff
from current_staff semi join newest using (school_id, on_date) group by school_id
