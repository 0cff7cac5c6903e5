-- Contests, grants, practices, materials counted once more: metric, its group, numerator, denominator.
with told as (
    select *, state = 'held' and coalesce(held_on <= getvariable('as_of'), true) as held from current_achievements
), contests as (
    -- a contest several schools tell of is one
    select distinct year, title, held_on, held, state from told where type_id = 'contest' and (held or state = 'planned')
), yearly as (
    select year, count(*) filter (where held) as held, count(*) filter (where state = 'planned') as planned
    from contests group by all
), years as (select distinct year from told)
select 'participation_share' as metric, [level, year::VARCHAR],
    coalesce(sum(took_part) filter (where held and took_part <= people), 0),
    coalesce(sum(people) filter (where held and took_part <= people), 0)
from told group by level, year
union all select 'contests_count', [y.year::VARCHAR], coalesce(c.held, 0), null
from years as y left join yearly as c on c.year is not distinct from y.year
union all select 'contests_plan_share', [y.year::VARCHAR], if(c.planned > 0 and y.year is not null, c.held, 0), coalesce(c.planned, 0)
from years as y left join yearly as c on c.year is not distinct from y.year
union all select 'grants_count', [year::VARCHAR], count(*) filter (where held and type_id = 'grant'), null
from told group by year
union all select 'practices_count', [], count(*) filter (where held and type_id = 'practice'), null from told
union all select 'materials_count', [], count(distinct title) filter (where held and type_id = 'material'), null from told
union all select 'partners_count', [], count(distinct title) filter (where held and type_id = 'partner'), null from told
