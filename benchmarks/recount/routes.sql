-- Individual routes counted once more: metric, its group, numerator, denominator.
with rows as (
    select *, [school_id, owner] as route, owner in ('команда', 'Команда') as team,
        year <= year(getvariable('as_of')::DATE) as begun,
        year <= year(getvariable('as_of')::DATE) and known_on <= getvariable('as_of') as over,
        coalesce(correction, '') <> '' and coalesce(corrected_on <= getvariable('as_of'), true) as corrected
    from current_routes
), by_school as (
    select school_id, least(staff, count(distinct route)) as routes, staff from rows join school_staff using (school_id)
    where not team and year = year(getvariable('as_of')::DATE) and staff > 0 group by school_id, staff
)
select 'routes_people' as metric, [year::VARCHAR], count(distinct route) filter (where begun and not team), null
    from rows group by year
union all select 'routes_teams', [year::VARCHAR], count(distinct school_id) filter (where begun and team), null
    from rows group by year
union all select 'routes_steps', [year::VARCHAR, quarter], count(*) filter (where over and state = 'done'),
    count(*) filter (where over and state <> 'dropped') from rows group by year, quarter
union all select 'routes_corrected', [year::VARCHAR, quarter], count(distinct route) filter (where begun and corrected),
    null from rows group by year, quarter
union all select 'routes_staff_share', [], coalesce(sum(routes), 0), coalesce(sum(staff), 0) from by_school
