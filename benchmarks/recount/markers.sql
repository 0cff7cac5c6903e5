-- Signs of lists counted once more: metric, its group, numerator, denominator.
with rows as (
    select *, year <= year(getvariable('as_of')::DATE) and school_id <> '' as listed from current_markers
)
select 'marked_schools' as metric, [year::VARCHAR, source],
    count(distinct school_id) filter (where listed and is_marked = 1), null
from rows group by year, source
union all
select 'markers_count', [year::VARCHAR, source], count(*) filter (where listed and is_marked = 1), null
from rows group by year, source
