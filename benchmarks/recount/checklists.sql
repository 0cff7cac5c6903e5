-- Items of lists counted once more: metric, its group, numerator, denominator. A mark holds from its own day.
with told as (
    select checklist, year::VARCHAR as year, if(checked_on > getvariable('as_of'), null, state) as mark
    from current_checklists
)
select 'checklist_present' as metric, [checklist, year], count(*) filter (where mark in ('there', 'confirmed')), count(*)
from told group by all
union all select 'checklist_confirmed', [checklist, year], count(*) filter (where mark = 'confirmed'), count(*)
from told group by all
union all select 'checklist_returned', [checklist, year], count(*) filter (where mark = 'returned'), count(*)
from told group by all
union all select 'checklist_unmarked', [checklist, year], count(*) filter (where mark is null), count(*)
from told group by all
